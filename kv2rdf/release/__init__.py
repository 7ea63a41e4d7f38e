"""The writing, verification and upload of the files of a release."""
