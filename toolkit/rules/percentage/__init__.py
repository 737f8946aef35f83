"""Rules on percentages: whether they are possible and follow from their own figures."""
