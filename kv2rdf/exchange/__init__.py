"""Exchange with other registers: files for Wikidata, and additions to the authority tables."""
