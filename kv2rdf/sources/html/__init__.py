"""Papers as web pages in HTML, which cannot be read yet."""
