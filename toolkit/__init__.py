"""Checks the workbooks in which government offices report their yearly targets."""

__version__ = "0.1.0"
