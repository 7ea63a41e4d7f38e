"""The descriptions of the questions and of the reply at the head of an official paper."""
