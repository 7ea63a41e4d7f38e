"""Records of cases (Zaak) in JSON, found and read with the standard library only."""
