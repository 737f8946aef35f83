"""Rules on dates and periods: whether a figure is of this period, and done rather than planned."""
