"""Files and folders at a URL. fsspec is imported only in this package."""
