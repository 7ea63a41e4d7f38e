"""The assembly of dossiers from papers, and the links from papers to what they refer to."""
