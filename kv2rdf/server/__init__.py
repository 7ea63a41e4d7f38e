"""The web server of a release: its addresses, its files, and ways to query it.

Each module that answers requests contains a function that returns its routes. ``application``
combines them. No database server is needed: each release is opened once, and everything that may
block runs in threads.
"""
