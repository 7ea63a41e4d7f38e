"""Data that comes with the program: the register, the concepts and the JSON-LD context."""
