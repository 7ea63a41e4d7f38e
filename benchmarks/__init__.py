"""How fast it is: ratios in one run, against a named floor or peer."""
