"""The inbox of a round: which file is whose, what counts, what the board shows, what comes out in the end."""
