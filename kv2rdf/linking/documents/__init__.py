"""The documents of a dossier, each made from all papers that contain the document."""
