"""What a build says of itself: counts, statistics, the report."""
