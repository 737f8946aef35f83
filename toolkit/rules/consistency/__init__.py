"""Rules on what a submission says twice: whether the statements agree."""
