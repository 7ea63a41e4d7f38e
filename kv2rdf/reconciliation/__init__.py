"""The matching of names in a user's table with the entities of a release."""
