"""Official papers in XML and their metadata, read with the standard library only."""
