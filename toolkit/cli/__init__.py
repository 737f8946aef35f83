"""The command line: one command, one file. It alone knows click, exit codes and the screen."""
