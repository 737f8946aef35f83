"""The check on a button: an open book in Excel, read into our model and marked in place."""
