"""The pages for people, made by functions that return HTML for a release and a language."""
