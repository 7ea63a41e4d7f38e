"""The build of a release from documents, in two passes, on any number of workers.

A worker loads this package and the modules that its work needs, so nothing is imported here.
"""
