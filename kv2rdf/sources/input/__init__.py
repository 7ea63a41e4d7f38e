"""Input documents in files, folders and archives, regardless of the format of the documents."""
