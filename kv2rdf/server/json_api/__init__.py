"""The JSON API, with its OpenAPI description. It returns cases, entities and lists."""
