"""The statements in Turtle, by subject and property."""

from collections.abc import Mapping

import pyoxigraph as ox
from msgspec import Struct

from kv2rdf.errors import ReleaseError
from kv2rdf.rdf.vocabulary import RDFS


class EntityStatements(Struct, frozen=True):
    """The statements about an entity, in the order of the file.

    ``values`` contains the values of each property. Each value is a string: an address, or the text
    of a literal without its type. ``label_languages`` contains the languages of the labels, in the
    order of the labels.
    """

    values: dict[str, list[str]] = {}
    label_languages: list[str | None] = []


def parsed_statements(
    turtle: bytes, subjects: Mapping[str, dict[str, list[str]]]
) -> dict[str, EntityStatements]:
    """Return the statements in Turtle, by subject.

    ``subjects`` maps some properties to lists of subjects by value. For each statement with one of
    these properties, the subject is added to the list for the value. Raises ReleaseError if the
    Turtle is damaged.
    """
    found: dict[str, EntityStatements] = {}
    previous: object = None
    subject, statements = "", EntityStatements()
    values, label = statements.values, str(RDFS.label)
    try:
        for subject_term, name_term, term, _ in ox.parse(turtle, format=ox.RdfFormat.TURTLE):
            if subject_term != previous:  # the statements about a subject are adjacent
                previous, subject = subject_term, subject_term.value
                statements = found.setdefault(subject, EntityStatements())
                values = statements.values
            name = name_term.value
            value = "" if isinstance(term, ox.Triple) else term.value
            if name in values:
                values[name].append(value)
            else:
                values[name] = [value]
            if name in subjects:
                subjects[name].setdefault(value, []).append(subject)
            elif name == label:
                statements.label_languages.append(getattr(term, "language", None))
    except (SyntaxError, ValueError) as error:
        raise ReleaseError(f"the file of the case cannot be read: {error}") from error
    return found
