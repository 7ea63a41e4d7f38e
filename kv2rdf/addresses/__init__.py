"""The creation of addresses for the entities of this dataset and for external entities."""
