"""Rules on what was reached: whether it is reported, comparable and enough."""
