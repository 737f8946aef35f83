"""Marks put into a workbook and taken out again by changing a few parts of its package and no other."""
