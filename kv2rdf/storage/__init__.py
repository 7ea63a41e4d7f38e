"""Files and folders at a URL. Only this package imports fsspec."""
