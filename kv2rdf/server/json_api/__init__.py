"""The JSON API: cases, and lists of cases and things, with its description in OpenAPI."""
