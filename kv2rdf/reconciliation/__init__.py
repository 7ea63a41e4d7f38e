"""The reconciliation of names in a user's table with the things of a release."""
