"""One module per format. A reporter returns text: it prints nothing, exits nothing, judges nothing."""
