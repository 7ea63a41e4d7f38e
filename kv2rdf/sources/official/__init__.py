"""Official XML (officiele-publicatie) of the Aanhangsel. There is no reader for it yet."""
