"""Papers of the Aanhangsel at officielebekendmakingen.nl: their metadata, and their text as XML."""
