"""Facts that are derived from the words of a text."""
