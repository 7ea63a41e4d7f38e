"""From papers to dossiers: which papers belong together, and whom and what they mention."""
