"""The build of a release from documents, in two passes, with any number of workers.

A worker loads this package and only the modules that its work needs, so nothing is imported here.
"""
