"""The texts of a KVR document, read with the standard library only."""
