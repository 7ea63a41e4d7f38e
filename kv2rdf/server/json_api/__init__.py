"""The JSON API, which returns cases and lists of cases and things, and its OpenAPI description."""
