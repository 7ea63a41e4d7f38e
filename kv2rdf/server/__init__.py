"""The web server of a release: its addresses, its files, and ways to query it.

Each module that answers requests has a function that returns its routes. ``application`` combines
them. No other server component is needed: the release is opened once, and everything that may block
runs in threads.
"""
