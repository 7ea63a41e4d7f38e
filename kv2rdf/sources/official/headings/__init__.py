"""The two descriptions at the head of an official paper: who asked what, and who replied."""
