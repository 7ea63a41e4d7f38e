"""The reports of a build: gaps, statistics, the run report, and the files about a release."""
