"""Web pages of a paper, in HTML. There is no reader for them yet."""
