"""The compressed dumps, in members that an increment can copy."""
