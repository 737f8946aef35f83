"""LibreOffice in the place of Excel: an engine of xlwings over its bridge, the same macros on top."""
