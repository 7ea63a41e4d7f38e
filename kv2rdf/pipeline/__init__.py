"""The build of a release from documents, in two passes, with any number of workers.

Nothing is imported here, so that a worker loads only the modules that it needs.
"""
