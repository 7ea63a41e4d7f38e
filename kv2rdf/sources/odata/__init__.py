"""Records of cases (Zaak) from the OData service of the Tweede Kamer."""
