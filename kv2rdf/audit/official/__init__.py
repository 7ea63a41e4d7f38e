"""The texts and facts of an official paper in XML, read with the standard library only."""
