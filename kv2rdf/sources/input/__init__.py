"""Input documents in files, folders and archives, whatever the format of the documents."""
