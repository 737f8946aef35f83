"""Rules on the wording of the progress text."""
