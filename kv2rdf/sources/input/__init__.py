"""Input documents, in files, folders and archives; the formats are not known here."""
