"""The dumps and indexes of a release, written from the lines of all clusters."""
