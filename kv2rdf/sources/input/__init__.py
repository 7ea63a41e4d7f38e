"""Files, folders and archives, opened one document at a time; no format is known here."""
