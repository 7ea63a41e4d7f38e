"""What a build reports: gaps, statistics, the run report, and the files about a release."""
