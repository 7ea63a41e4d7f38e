"""External programs that read a release, to show that it can be used without our own libraries."""
