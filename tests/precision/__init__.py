"""How often an identity that the program calls certain is right: a list that was read by hand."""
