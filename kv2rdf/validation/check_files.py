"""The check of a user's own RDF files against the shapes."""

from pathlib import Path
from xml.sax import SAXException

import rdflib.util
from rdflib import Dataset, Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from kv2rdf.errors import InputError
from kv2rdf.reference import shipped_folders
from kv2rdf.validation.engines import Pyshacl, shapes_in
from kv2rdf.validation.results import ShapeResult

_QUAD_FORMATS = {"nquads", "trig"}


def validate_files(files: tuple[Path, ...]) -> tuple[ShapeResult, ...]:
    """Return the results of the reference engine for the union of all graphs in these files.

    Raises InputError if a file cannot be read as RDF.
    """
    data = Graph()
    for path in files:
        data += _graph(path)
    return Pyshacl(shapes_in(shipped_folders.folder("shapes"))).validate_graph(data)


def _graph(path: Path) -> Graph:
    rdf_format = rdflib.util.guess_format(str(path))
    if rdf_format is None:
        raise InputError(
            f"{path}: not an RDF file by its extension (.ttl, .nt, .nq, .trig, .jsonld, .rdf)"
        )
    try:
        if rdf_format not in _QUAD_FORMATS:
            return Graph().parse(path, format=rdf_format)
        dataset = Dataset(default_union=True)
        dataset.parse(path, format=rdf_format)
    except (OSError, ValueError, SyntaxError, ParserError, SAXException) as error:
        raise InputError(f"{path}: {_first_line(error)}") from error
    union = Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    return union


def _first_line(error: Exception) -> str:
    if isinstance(error, BadSyntax):
        return f"line {error.lines + 1}: not valid Turtle"
    return str(error).splitlines()[0]
