"""The Accept headers that real clients send, and the format that each client must get."""

ACCEPT = {
    "Firefox": ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "html"),
    "Chromium": (
        "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,"
        "*/*;q=0.8,application/signed-exchange;v=b3;q=0.7",
        "html",
    ),
    "old Safari": (
        "application/xml,application/xhtml+xml,text/html;q=0.9,text/plain;q=0.8,image/png,*/*;q=0.5",
        "html",
    ),
    "Googlebot": (
        "text/html,application/xhtml+xml,application/signed-exchange;v=b3,application/xml;q=0.9,"
        "*/*;q=0.8",
        "html",
    ),
    "curl": ("*/*", "html"),
    "rdflib": (
        "application/rdf+xml, text/n3, text/turtle, application/n-triples, application/ld+json, "
        "application/n-quads, application/trix, application/trig",
        "ttl",
    ),
    "Jena": (
        "text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,"
        "application/rdf+xml;q=0.7,*/*;q=0.3",
        "ttl",
    ),
    "Comunica": (
        "application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,"
        "application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,"
        "application/xml;q=0.3,image/svg+xml;q=0.3,text/xml;q=0.3,text/html;q=0.2,"
        "application/xhtml+xml;q=0.18,application/json;q=0.135,text/shaclc;q=0.1",
        "jsonld",
    ),
    "OWL API": ("application/rdf+xml, application/xml; q=0.5, text/xml; q=0.3, */*; q=0.2", "rdf"),
}
"""The header Accept of each client, and the extension of the format that it must get."""

PREFERENCES = (
    ("", "html"),
    ("text/turtle", "ttl"),
    ("text/turtle;charset=utf-8", "ttl"),
    ("text/turtle, */*;q=0.1", "ttl"),
    ("text/turtle;q=0.4, application/ld+json;q=0.5", "jsonld"),
    ("text/html;q=0, */*", "ttl"),
    ("text/*", "html"),
    ("application/*", "jsonld"),
    ("application/json", "jsonld"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "jsonld"),
    ("application/trig", "trig"),
    ("application/n-quads, */*;q=0.1", "nq"),
    ("application/n-quads, text/html;q=0.5", "nq"),
    ("application/n-quads, text/turtle;q=0.1", "ttl"),
    ("application/n-quads, text/turtle;q=0", "nq"),
    ("text/plain", "nt"),
    ("text/n3, */*;q=0.1", "ttl"),
    ("TEXT/TURTLE", "ttl"),
    ("nonsense, text/turtle", "ttl"),
    ("image/png", None),
    ("text/turtle;q=0", None),
    ("*/*;q=0", None),
)
"""More headers, with the format that must be chosen. None means that none is acceptable."""
