"""The documents of a dossier, each from all papers that print it."""
