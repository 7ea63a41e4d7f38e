"""External programs that read a release, to show that it does not only suit our own libraries."""
