"""The files of a release: written, checked and copied elsewhere."""
