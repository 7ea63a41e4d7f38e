"""The validation of triples against shapes and against rules for the contents of each graph."""
