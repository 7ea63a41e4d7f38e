"""SPARQL over HTTP: each query runs in a worker process, which may be killed."""
