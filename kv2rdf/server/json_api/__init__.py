"""The JSON API, which returns cases, entities and lists of them, and its OpenAPI description."""
