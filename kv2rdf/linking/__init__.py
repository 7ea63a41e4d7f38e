"""From papers to dossiers: which papers belong together, and what they refer to."""
