"""The assembly of dossiers from the papers of a case, and of links to what the papers refer to."""
