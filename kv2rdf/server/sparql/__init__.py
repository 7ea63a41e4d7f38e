"""SPARQL over HTTP. Each query runs in a worker process, which is killed at the time limit."""
