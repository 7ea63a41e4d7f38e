"""The pages for people: pure functions from a release and a language to HTML."""
