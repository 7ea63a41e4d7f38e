"""Hints about terms: labels, the properties of each class, and similar names."""

import difflib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kv2rdf.rdf import vocabulary
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import PREFIXES

_FILE = Path(__file__).parent / "hints.json"
_LEAST_SIMILARITY = 0.7


@dataclass(frozen=True, slots=True)
class TermHints:
    """The contents of ``hints.json``. Terms are written with their prefixes.

    ``labels`` maps each of our terms to its Dutch and English labels. ``properties`` maps a class
    to the properties that its instances may have. Instances of a class that is missing may have any
    property. ``values`` maps a property to the classes of its values. If a property is missing,
    these classes are not known. ``datatypes`` maps a property to the datatype of all its values. If
    a property is missing, its values are not literals, or strings with a language tag, or of
    several types. ``names`` maps a class to the properties for names, such as ``rdfs:label``, that
    each of its instances has. ``graphs`` maps a class or a property to the kinds of graphs that may
    contain it: classes of graphs, such as ``kv:PrintedGraph``, or graphs, such as
    ``<graph/register>``. A term that is missing may be in any graph.
    """

    labels: Mapping[str, tuple[str, ...]]
    properties: Mapping[str, frozenset[str]]
    values: Mapping[str, frozenset[str]]
    datatypes: Mapping[str, str]
    names: Mapping[str, frozenset[str]]
    graphs: Mapping[str, frozenset[str]]

    @property
    def name_properties(self) -> frozenset[str]:
        """The properties for names that each instance of some class has."""
        return frozenset[str]().union(*self.names.values())


@cache
def term_hints() -> TermHints:
    """Return the contents of ``hints.json``, which is read once."""
    tables = json.loads(_FILE.read_text(encoding="utf-8"))
    return TermHints(
        labels={term: tuple(labels) for term, labels in tables["labels"].items()},
        properties={name: frozenset(row) for name, row in tables["properties"].items()},
        values={name: frozenset(row) for name, row in tables["values"].items()},
        datatypes=tables["datatypes"],
        names={name: frozenset(row) for name, row in tables["names"].items()},
        graphs={name: frozenset(row) for name, row in tables["graphs"].items()},
    )


def prefixed_name(address: str) -> str:
    """Return an address as a prefixed name, such as ``kv:text``, or else in angle brackets."""
    for prefix, namespace in PREFIXES.items():
        if address.startswith(namespace) and "/" not in address[len(namespace) :]:
            return f"{prefix}:{address[len(namespace) :]}"
    return f"<{address}>"


def is_known_term(name: str) -> bool:
    """Whether a prefixed name is one of our terms or a term that we borrow."""
    return name in term_hints().labels or name in _borrowed_terms(name.partition(":")[0])


def similar_term(name: str) -> str | None:
    """Return the known term whose name or label is most similar to ``name``.

    Only terms with the same prefix are considered. Return None if none is similar.
    """
    prefix = name.partition(":")[0]
    labels = term_hints().labels if prefix == "kv" else dict.fromkeys(_borrowed_terms(prefix), ())
    return most_similar(name, labels)


def most_similar(name: str, labels: Mapping[str, Iterable[str]]) -> str | None:
    """Return the key of ``labels`` that is, or has a label that is, most similar to ``name``.

    ``labels`` maps names to their labels. Prefixes are ignored. Classes are preferred for a name
    that begins with a capital, and other terms for other names. Return None if no key is similar.
    """
    wanted = _plain(name)
    is_capital = name.partition(":")[2][:1].isupper()
    spellings = {
        (spelling, term)
        for term, words in labels.items()
        for spelling in (_plain(term), *map(_plain, words))
    }
    ranked = sorted(
        (
            (
                difflib.SequenceMatcher(None, wanted, spelling).ratio()
                + 0.01 * (term.partition(":")[2][:1].isupper() == is_capital),
                term,
            )
            for spelling, term in spellings
        ),
        key=lambda pair: (-pair[0], pair[1]),
    )
    return ranked[0][1] if ranked and ranked[0][0] >= _LEAST_SIMILARITY else None


def _plain(name: str) -> str:
    local = name.partition(":")[2] if ":" in name else name
    return local.casefold().translate(str.maketrans("", "", " -_"))


@cache
def _borrowed_terms(prefix: str) -> tuple[str, ...]:
    terms = getattr(vocabulary, prefix.upper().replace("-", ""), None)
    values = vars(terms).values() if terms else ()
    return tuple(prefixed_name(value) for value in values if isinstance(value, Iri))
