"""Incremental builds: what a build can keep of the previous release."""
