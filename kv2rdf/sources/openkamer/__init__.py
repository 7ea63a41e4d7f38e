"""The reader of openkamer pages that were saved as text."""
