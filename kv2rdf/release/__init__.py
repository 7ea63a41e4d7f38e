"""The files of a release: written, verified and uploaded."""
