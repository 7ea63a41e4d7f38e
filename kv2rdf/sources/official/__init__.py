"""Papers of the Aanhangsel at officielebekendmakingen.nl: their metadata, and their text as XML.

There is no reader for the text yet.
"""
