"""Facts that are found in the words of a text."""
