"""The written questions of the Dutch parliament (Kamervragen) as linked open data.

Documents are converted to triples in stages. Each stage is a package. Only the last one,
``pipeline``, combines the others.

    sources       a published document is recognised and read into papers
    linking       papers about one case become a dossier, and its people and references are matched
    mapping       a dossier becomes rows of triples
    validation    the triples are checked against the shapes
    release       the triples are written to the files of a release
    pipeline      builds a release by running the stages over all documents, on several workers

These packages use a finished release:

    query         SPARQL, named queries and full-text search
    tables        flat tables, as CSV, Parquet and SQLite
    reconciliation   finds the entities to which names in other tables refer
    exchange      files for Wikidata, and additions from Wikidata to the register
    server        answers HTTP requests about a release
    audit         compares a release with its sources, and shares no code with the stages

The packages above use these:

    model         the values that the stages pass to each other: papers, dossiers, the register
    rdf           terms, the vocabulary, N-Quads and Turtle
    addresses     the addresses of cases, people and all other entities
    reference     data that comes with the program: the register, the concepts, the JSON-LD context
    storage       files and folders at a URL
    errors        all errors that a user may see

``cli`` is the command line. ``api`` contains the functions for Python programs, which are available
under the names in ``__all__``; each is loaded when it is first used. The import contracts in
pyproject.toml define which packages each package may use.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kv2rdf.api import (
        KV,
        build_release,
        case_graphs,
        check_files,
        open_release,
        read_papers,
    )
    from kv2rdf.errors import Kv2rdfError
    from kv2rdf.query.sparql import ResultRows, ResultTriples

    __version__: str

__all__ = [
    "KV",
    "Kv2rdfError",
    "ResultRows",
    "ResultTriples",
    "__version__",
    "build_release",
    "case_graphs",
    "check_files",
    "open_release",
    "read_papers",
]

_MODULES = {
    "Kv2rdfError": "kv2rdf.errors",
    "ResultRows": "kv2rdf.query.sparql",
    "ResultTriples": "kv2rdf.query.sparql",
}
"""The modules of the public names that are not in ``kv2rdf.api``."""


def __getattr__(name: str) -> object:
    """Load and return the public object ``name``. Raises AttributeError if it does not exist."""
    if name == "__version__":
        return import_module("importlib.metadata").version("kv2rdf")  # slow to import
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_MODULES.get(name, "kv2rdf.api")), name)


def __dir__() -> list[str]:
    return [*globals(), *__all__]
