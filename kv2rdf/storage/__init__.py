"""Access to files and folders at URLs. Only this package imports fsspec."""
