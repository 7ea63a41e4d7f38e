"""The input documents in files, folders and archives."""
