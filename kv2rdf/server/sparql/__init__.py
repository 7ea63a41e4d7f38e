"""SPARQL over HTTP. Each query runs in a worker process, which is killed if it takes too long."""
