"""Values for the parameters of named queries, as SPARQL files that find them in a release."""
