"""Programs of others that read a release, so that nothing in it suits our own libraries alone."""
