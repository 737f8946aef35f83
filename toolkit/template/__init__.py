"""From a form and a list of targets to the workbook that units fill in, and back to what changed in it."""
