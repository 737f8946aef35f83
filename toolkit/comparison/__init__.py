"""A submission beside the template it came from: what was issued has to be there unchanged."""
