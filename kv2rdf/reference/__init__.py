"""Data included in the program: the register, the concepts and the JSON-LD context."""
