"""Chinese targets and progress texts to values: numerals, units, quantities, periods, targets, figures."""
