"""The web server of a release.

Each module that answers requests contains a function that returns its routes. ``application``
combines all routes. No database server is needed. Each release is opened once, and everything that
may block runs in threads.
"""
