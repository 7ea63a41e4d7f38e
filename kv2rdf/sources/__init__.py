"""Readers that extract papers from publications. Each kind of publication has its own package."""
