"""Charts of numbers over the years: the coordinates of their lines and axes."""
