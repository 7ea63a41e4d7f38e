"""Functions that return the HTML pages of a release in a given language."""
