"""The documents of a dossier, each made from all papers that print the document."""
