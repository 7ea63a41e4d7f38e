"""Readers that turn publications into papers. Each kind of publication has its own package."""
