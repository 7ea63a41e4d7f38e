"""From papers to dossiers: which papers belong together, and who and what they are about."""
