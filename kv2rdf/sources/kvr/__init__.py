"""The reader of KVR documents: the XML edition of the Aanhangsel der Handelingen, 1984–2008."""
