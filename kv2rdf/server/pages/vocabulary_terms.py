"""The terms in the vocabulary of a release, with their meanings, rules and numbers of uses."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

import pyoxigraph as ox

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.rdf.vocabulary import HOME, PREFIXES
from kv2rdf.server.documents.vocabulary_files import vocabulary_triples
from kv2rdf.server.per_release import PerRelease

OWN = f"{HOME}/def#"
_USES = """SELECT ?what ?number WHERE {
  ?dataset dct:isVersionOf ?all .
  { ?dataset void:classPartition ?part . ?part void:class ?what ; void:entities ?number }
  UNION
  { ?dataset void:propertyPartition ?part . ?part void:property ?what ; void:triples ?number }
}"""
_SH = "http://www.w3.org/ns/shacl#"
_RDFS, _SKOS = PREFIXES["rdfs"], PREFIXES["skos"]
_CLASS = f"{PREFIXES['owl']}Class"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


@dataclass(frozen=True, slots=True, kw_only=True)
class VocabularyTerm:
    """A class or a property. ``texts`` contains its literals, by property and language.

    ``links`` contains the addresses of other entities, by property. ``uses`` is the number of
    instances of a class, or of statements with a property, in the release.
    """

    address: str
    texts: Mapping[tuple[str, str], tuple[str, ...]]
    links: Mapping[str, tuple[str, ...]]
    uses: int

    @property
    def name(self) -> str:
        """The term with its prefix, such as ``kv:Question``."""
        return prefixed_name(self.address)

    @property
    def is_own(self) -> bool:
        """Whether the term is in our own vocabulary."""
        return self.address.startswith(OWN)

    @property
    def is_class(self) -> bool:
        """Whether the term is a class. The names of classes begin with a capital letter."""
        types = self.links.get(_TYPE)
        return _CLASS in types if types else self.name.partition(":")[2][:1].isupper()

    def label(self, language: str) -> str | None:
        """Return the label of the term in a language, or None. Only our own terms have labels."""
        return next(iter(self.texts.get((f"{_RDFS}label", language), ())), None)

    def meanings(self, language: str) -> tuple[str, ...]:
        """Return the definition of the term in a language, and the note on its use in this dataset.

        Either is left out if the vocabulary does not contain it in that language.
        """
        names = ("definition", "scopeNote")
        return tuple(t for n in names for t in self.texts.get((f"{_SKOS}{n}", language), ()))

    @property
    def examples(self) -> tuple[str, ...]:
        """The examples in the ontology, as Turtle."""
        return self.texts.get((f"{_SKOS}example", ""), ())


@dataclass(frozen=True, slots=True)
class TermRule:
    """A rule of a shape: its class, its property or None, and its text in each language."""

    about: str
    property: str | None
    messages: Mapping[str, str]


def vocabulary_terms(release: Release) -> Mapping[str, VocabularyTerm]:
    """Return all terms by their addresses. Raises ReleaseError if the store cannot be read."""
    return _TERMS.value(release)


@cache
def term_rules() -> tuple[TermRule, ...]:
    """Return the rules for classes and for their properties, except those without a message."""
    triples = vocabulary_triples("/shapes")
    found: dict[str, dict[str, list[ox.NamedNode | ox.Literal | ox.BlankNode]]]
    found = defaultdict(lambda: defaultdict(list))
    for triple in triples:
        if not isinstance(triple.object, ox.Triple) and not isinstance(triple.subject, ox.Triple):
            found[triple.subject.value][triple.predicate.value].append(triple.object)
    rules = []
    for shape in found.values():
        for target in shape.get(f"{_SH}targetClass", ()):
            rules.append(TermRule(target.value, None, _messages(shape)))
            for part in (found[node.value] for node in shape.get(f"{_SH}property", ())):
                rules += [
                    TermRule(target.value, path.value, _messages(part))
                    for path in part.get(f"{_SH}path", ())
                    if isinstance(path, ox.NamedNode)
                ]
    return tuple(sorted((r for r in rules if r.messages), key=_order))


def _order(rule: TermRule) -> tuple[str, str, str]:
    return (rule.about, prefixed_name(rule.property) if rule.property else "", str(rule.messages))


def _messages(
    shape: Mapping[str, Iterable[ox.NamedNode | ox.Literal | ox.BlankNode]],
) -> dict[str, str]:
    messages = shape.get(f"{_SH}message", ())
    return {m.language: m.value for m in messages if isinstance(m, ox.Literal) and m.language}


def _terms(release: Release) -> Mapping[str, VocabularyTerm]:
    uses = {what: int(number) for what, number in rows_of(release.query(_USES))}
    texts: dict[str, dict[tuple[str, str], list[str]]] = defaultdict(lambda: defaultdict(list))
    links: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in release.quads(graph=ox.NamedNode(f"{release.base}/graph/vocabulary")):
        if not isinstance(quad.subject, ox.NamedNode):
            continue
        address, name = quad.subject.value, quad.predicate.value
        if isinstance(quad.object, ox.Literal):
            texts[address][name, quad.object.language or ""].append(quad.object.value)
        elif isinstance(quad.object, ox.NamedNode):
            links[address][name].append(quad.object.value)
    return {
        address: VocabularyTerm(
            address=address,
            texts={key: tuple(sorted(found)) for key, found in texts[address].items()},
            links={name: tuple(sorted(found)) for name, found in links[address].items()},
            uses=uses.get(address, 0),
        )
        for address in sorted({*texts, *links})
        if not prefixed_name(address).startswith("<")
    }


_TERMS = PerRelease(_terms, "terms")
