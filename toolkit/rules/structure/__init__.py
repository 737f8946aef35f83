"""Rules on the workbook and its table, before anything in it is understood."""
