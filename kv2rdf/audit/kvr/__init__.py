"""What a KVR document prints, read with the standard library alone."""
