"""Readers: a publication becomes papers. Each kind of publication has a package."""
