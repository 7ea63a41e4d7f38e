"""Papers in the form of HTML web pages, which cannot be read yet."""
