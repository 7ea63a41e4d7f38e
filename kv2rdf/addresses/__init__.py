"""The addresses of our own things and of things that others define. No other package makes
addresses.
"""
