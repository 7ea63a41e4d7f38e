"""The reader of KVR, an XML edition of the Aanhangsel der Handelingen of 1984–2008."""
