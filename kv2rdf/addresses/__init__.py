"""The addresses of our own things and of foreign ones. No other package makes addresses."""
