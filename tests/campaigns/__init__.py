"""Long campaigns, run by hand: each prints its seed, and what it found."""
