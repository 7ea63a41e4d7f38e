"""Files and folders at a URL; everything that imports fsspec is here."""
