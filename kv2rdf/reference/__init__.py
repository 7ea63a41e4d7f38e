"""The data that is shipped with the program: the register, the concepts, the JSON-LD context."""
