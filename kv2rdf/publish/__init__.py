"""How we hand it out: the files of a release."""
