"""The addresses of our own things and of external things. No other package makes addresses."""
