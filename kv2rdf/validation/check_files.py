"""The check of a user's own RDF files against the shapes."""

import logging
from collections.abc import Sequence
from pathlib import Path

from rdflib import RDF, RDFS, Graph, Namespace

from kv2rdf.errors import InputError
from kv2rdf.reference import shipped_folders
from kv2rdf.validation.engines import Pyshacl, shapes_in
from kv2rdf.validation.rdf_files import file_graph, turtle_graph
from kv2rdf.validation.results import ShapeResult

_SH = Namespace("http://www.w3.org/ns/shacl#")


def validate_files(files: Sequence[Path], piped: bytes | None = None) -> tuple[ShapeResult, ...]:
    """Return the results of validating all graphs in ``files`` as one graph.

    The reference engine is used. ``piped`` is Turtle that is checked together with the files.
    Raises InputError if a file or ``piped`` cannot be read as RDF, if the RDF is nested too deeply,
    or if no shape applies to any of it.
    """
    # The results report a literal with an invalid value; rdflib would log a traceback too.
    logging.getLogger("rdflib.term").setLevel(logging.ERROR)
    graphs = [file_graph(path) for path in files]
    if piped is not None:
        graphs.append(turtle_graph("standard input", piped))
    data = Graph()
    for graph in graphs:
        data += graph
    shapes = shapes_in(shipped_folders.folder("shapes"))
    try:
        if not _has_focus(data, shapes):
            checked = files[0] if len(files) == 1 and piped is None else "this RDF"
            raise InputError(
                f"nothing to check: {checked} contains no instance of a class with a shape"
            )
        return Pyshacl(shapes).validate_graph(data)
    except RecursionError as error:
        raise InputError("the RDF cannot be checked: it is nested too deeply") from error


def _has_focus(data: Graph, shapes: Graph) -> bool:
    """Whether any shape applies to the data.

    Each of our shapes applies to the instances of a class, or to the subjects of a property that
    only instances of such a class have.
    """
    classes = set(shapes.objects(None, _SH.targetClass))
    return any(
        not classes.isdisjoint(data.transitive_objects(kind, RDFS.subClassOf))
        for kind in set(data.objects(None, RDF.type))
    )
