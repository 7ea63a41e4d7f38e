"""Records of cases (Zaak) in the open data of the Tweede Kamer, as its OData service returns them.
"""
