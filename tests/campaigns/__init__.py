"""Long campaigns that are run by hand. Each prints its seed and its results."""
