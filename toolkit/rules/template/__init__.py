"""Rules on templates: what has to hold before one is issued, and when it changes."""
