"""Readers, which turn a publication into papers. Each kind of publication has its own package."""
