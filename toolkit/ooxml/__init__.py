"""The one place where the bytes of an uploaded .xlsx are touched: zip, XML, and what a cell holds."""
