"""Rules on the target itself: whether it is there, can be measured, and is one thing."""
