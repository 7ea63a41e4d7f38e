"""Incremental builds: the parts of the previous release that a build can reuse."""
