"""The page that lists all terms of a release, and the pages of our own terms."""

from dataclasses import dataclass
from itertools import islice

import pyoxigraph as ox

from kv2rdf.query.open_release import Release
from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.pages.concept_lists import concept_lists
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.vocabulary_terms import (
    OWN,
    TermRule,
    VocabularyTerm,
    term_rules,
    vocabulary_terms,
)

_RELATIONS = (
    (f"{PREFIXES['rdfs']}subClassOf", "below"),
    (f"{PREFIXES['rdfs']}subPropertyOf", "below"),
    (f"{PREFIXES['rdfs']}domain", "domain"),
    (f"{PREFIXES['rdfs']}range", "range"),
)
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_EXAMPLES = 3
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class LinkedTerm:
    """A literal, or the name of a term or another entity with a link to its description."""

    name: str
    href: str | None


@dataclass(frozen=True, slots=True)
class SaidRule:
    """The text of a rule on the page of a term.

    ``about`` is the other term of the rule. If there is no other term, ``about`` is the term of the
    page.
    """

    about: LinkedTerm
    text: str


@dataclass(frozen=True, slots=True)
class RealExample:
    """An instance of a class, or a statement with a property, from the release."""

    thing: LinkedTerm
    value: LinkedTerm


def vocabulary_html(release: Release, site: PageSite) -> str:
    """Return the page with all terms. Raises ReleaseError if the store cannot be read."""
    terms = vocabulary_terms(release).values()
    own = [term for term in terms if term.is_own]
    return page_html(
        site,
        "vocabulary.html.j2",
        groups=(
            ("classes", [term for term in own if term.is_class]),
            ("properties", [term for term in own if not term.is_class]),
        ),
        others=[term for term in terms if not term.is_own],
        lists=concept_lists(release),
    )


def term_html(release: Release, site: PageSite, name: str) -> str | None:
    """Return the page of one of our terms, such as "Question", or None if there is no such term.

    Raises ReleaseError if the store cannot be read.
    """
    term = vocabulary_terms(release).get(f"{OWN}{name}")
    if term is None:
        return None
    relations = [
        (key, _linked(address, site))
        for relation, key in _RELATIONS
        for address in term.links.get(relation, ())
    ]
    return page_html(
        site,
        "term.html.j2",
        term=term,
        relations=relations,
        rules=_rules(term, site),
        examples=_examples(release, site, term),
    )


def _rules(term: VocabularyTerm, site: PageSite) -> tuple[SaidRule, ...]:
    """Return the rules of a class and its properties, or the rules of a property in each class."""
    found: dict[tuple[str, str], None] = {}
    for rule in term_rules():
        if term.address in (rule.about, rule.property):
            other = _other_side(rule, term)
            found[other, rule.messages.get(site.language, "")] = None
    return tuple(SaidRule(_linked(address, site), text) for address, text in found)


def _other_side(rule: TermRule, term: VocabularyTerm) -> str:
    return rule.about if rule.property in (None, term.address) else str(rule.property)


def _examples(release: Release, site: PageSite, term: VocabularyTerm) -> tuple[RealExample, ...]:
    node = ox.NamedNode(term.address)
    pattern = (_TYPE, node) if term.is_class else (node, None)
    quads = islice(release.quads(None, *pattern), _EXAMPLES)
    return tuple(RealExample(_node(q.subject, site), _node(q.object, site)) for q in quads)


def _node(
    value: ox.NamedNode | ox.Literal | ox.BlankNode | ox.Triple, site: PageSite
) -> LinkedTerm:
    if isinstance(value, ox.NamedNode):
        return _linked(value.value, site)
    text = value.value if isinstance(value, ox.Literal) else str(value)
    cut = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + " …"
    return LinkedTerm(f'"{cut}"', None)


def _linked(address: str, site: PageSite) -> LinkedTerm:
    name = prefixed_name(address)
    shown = address.removeprefix(f"{site.base}/") if name.startswith("<") else name
    return LinkedTerm(shown, site.address_link(address))
