"""The two passes of a build: read every document, then build cluster by cluster."""
