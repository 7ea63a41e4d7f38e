"""Whether we may say it: statements against the shapes, before anything is published."""
