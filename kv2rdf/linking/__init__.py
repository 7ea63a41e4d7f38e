"""The step from papers to dossiers: which papers belong together, and what they refer to."""
