"""The files of a new repository, as ``indicators init`` writes them; ``{year}`` is filled in."""
