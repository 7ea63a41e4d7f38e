"""Check RDF of any kind against the shapes, as a user has it in files."""

from pathlib import Path
from xml.sax import SAXException

import rdflib.util
from rdflib import Dataset, Graph
from rdflib.exceptions import ParserError
from rdflib.plugins.parsers.notation3 import BadSyntax

from kv2rdf.errors import InputError
from kv2rdf.reference import folders
from kv2rdf.validation.engines import Pyshacl, shapes_in
from kv2rdf.validation.results import Complaint

_QUADS = {"nquads", "trig"}


def checked(files: tuple[Path, ...]) -> tuple[Complaint, ...]:
    """Hold files, together, against the shapes. Raises InputError where one is no RDF."""
    data = Graph()
    for path in files:
        data += _graph(path)
    return Pyshacl(shapes_in(folders.folder("shapes"))).validate_graph(data)


def _graph(path: Path) -> Graph:
    form = rdflib.util.guess_format(str(path))
    if form is None:
        raise InputError(f"{path}: no ending of an RDF file (.ttl, .nt, .nq, .trig, .jsonld, .rdf)")
    try:
        if form not in _QUADS:
            return Graph().parse(path, format=form)
        dataset = Dataset(default_union=True)
        dataset.parse(path, format=form)
    except (OSError, ValueError, SyntaxError, ParserError, SAXException) as error:
        raise InputError(f"{path}: {_first_line(error)}") from error
    union = Graph()
    for triple in dataset.triples((None, None, None)):
        union.add(triple)
    return union


def _first_line(error: Exception) -> str:
    if isinstance(error, BadSyntax):
        return f"line {error.lines + 1}: is no Turtle"
    return str(error).splitlines()[0]
