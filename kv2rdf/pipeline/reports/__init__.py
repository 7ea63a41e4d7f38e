"""The account of a build: counts of gaps, statistics, the report."""
