"""Examples of code that sends a query to this server."""

import json
from dataclasses import dataclass
from itertools import count

_CURL = """\
curl --fail --get {address} \\
  --data-urlencode format={format} \\
  --data-urlencode query={query}
"""
_PYTHON = '''\
import csv
import io
import urllib.parse
import urllib.request

query = """
{query}
"""
parameters = urllib.parse.urlencode({{"query": query, "format": "{format}"}})
with urllib.request.urlopen({address} + "?" + parameters) as answer:
    text = answer.read().decode()
{use}
'''
_R = """\
query <- {query}
address <- paste0({address}, "?format={format}&query=", URLencode(query, reserved = TRUE))
{use}
"""
_JAVASCRIPT = """\
const query = `
{query}
`;
const parameters = new URLSearchParams({{ query, format: "{format}" }});
const answer = await fetch({address} + "?" + parameters);
if (!answer.ok) throw new Error(await answer.text());
{use}
"""
_PYTHON_ROWS = """\
for row in csv.DictReader(io.StringIO(text, newline="")):
    print(row)"""
_JAVASCRIPT_ROWS = """\
const { results } = await answer.json();
for (const row of results.bindings) {
  console.log(Object.values(row).map(cell => cell.value).join(" | "));
}"""


@dataclass(frozen=True, slots=True)
class CodeExample:
    """A program that sends a query and shows the result. ``language`` is the language or tool."""

    language: str
    text: str


def code_examples(endpoint: str, query: str, format_: str) -> tuple[CodeExample, ...]:
    """Return a program that sends ``query``, for each language or tool.

    ``endpoint`` is the address of the SPARQL service.

    ``format_`` is the name of a format. If it is "csv", every program except that for curl parses
    the result into rows. Otherwise, the programs show the result as text.
    """
    has_rows = format_ == "csv"
    address = json.dumps(endpoint, ensure_ascii=False)
    return (
        CodeExample("curl", _CURL.format(
            address=_in_shell(endpoint), format=format_, query=_in_shell(query),
        )),
        CodeExample("Python", _PYTHON.format(
            address=address, format=format_, query=_in_python(query),
            use=_PYTHON_ROWS if has_rows else "print(text)",
        ).replace("" if has_rows else "import csv\nimport io\n", "")),
        CodeExample("R", _R.format(
            address=address, format=format_, query=_in_r(query),
            use="print(read.csv(address))" if has_rows else "writeLines(readLines(address))",
        )),
        CodeExample("JavaScript", _JAVASCRIPT.format(
            address=address, format="json" if has_rows else format_, query=_in_javascript(query),
            use=_JAVASCRIPT_ROWS if has_rows else "console.log(await answer.text());",
        )),
    )  # fmt: skip


def _in_shell(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def _in_python(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')


def _in_r(text: str) -> str:
    """Return a text as a raw string in R, with enough dashes that the text does not end it."""
    dashes = next("-" * number for number in count() if f'){"-" * number}"' not in text)
    return f'r"{dashes}({text}){dashes}"'


def _in_javascript(text: str) -> str:
    return text.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
