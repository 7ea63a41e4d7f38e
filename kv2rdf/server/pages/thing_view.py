"""The facts about an entity, such as a person or a topic, with lists of its cases."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from kv2rdf.errors import QueryError
from kv2rdf.query.joined_periods import joined_periods_of
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.case_ministries import cases_of_ministry
from kv2rdf.server.pages.case_rows import CASES_ON_A_PAGE, CaseRow, case_rows
from kv2rdf.server.pages.case_totals import CaseTotals, case_totals
from kv2rdf.server.pages.listed_cases import newest_first
from kv2rdf.server.pages.requested_list import LONGEST_WAIT, RequestedList
from kv2rdf.server.pages.thing_cases import cases_by_list
from kv2rdf.server.pages.thing_kinds import THING_KINDS, ThingKind, thing_address
from kv2rdf.server.pages.waiting_days import longest_first

_LABELS = """
SELECT ?label ?language ?same WHERE {
  <$thing> rdfs:label ?label BIND(LANG(?label) AS ?language)
  OPTIONAL { <$thing> owl:sameAs ?same }
}
ORDER BY ?language ?label ?same
"""
_RELATED = """
SELECT DISTINCT ?other ?label ?language ?from ?until WHERE {
  $pattern ?other rdfs:label ?label BIND(LANG(?label) AS ?language)
}
ORDER BY ?from ?label
"""

_ASKED = "asked"
"""The list of the cases in which a person or a party asked questions."""


@dataclass(frozen=True, slots=True)
class RelatedThing:
    """An entity that is related to another entity, such as an office that a person held.

    ``label`` is in the requested language, unless ``is_dutch`` is true. ``start`` and ``end`` are
    the first and last days of the relation, or None if they are not known.
    """

    label: str
    is_dutch: bool
    address: str
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class CaseList:
    """A page of a list of cases.

    ``name`` is the name of the list, such as "asked". ``counts`` contains the totals of the whole
    list. ``page`` is the number of this page, and ``pages`` is the number of pages. ``cases``
    contains the addresses of the cases on all pages.
    """

    name: str
    counts: CaseTotals
    rows: tuple[CaseRow, ...]
    page: int
    pages: int
    cases: tuple[str, ...]


class CaseLists(NamedTuple):
    """The totals of each list of cases, by its name, and the list that is shown.

    ``lateness`` is the name of the list in which late answers are counted.
    """

    totals: Mapping[str, CaseTotals]
    shown: CaseList
    lateness: str


class OtherAsker(NamedTuple):
    """Another person or party, and the addresses of the cases in which it asked questions."""

    label: str
    cases: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingView:
    """An entity. ``label`` is in the requested language, unless ``is_dutch`` is true.

    ``same`` contains the addresses of the entity elsewhere, such as in Wikidata. ``related``
    contains other entities, by the name of their relation to this entity. ``other`` is the person
    or party to whose cases the list is limited, or None.
    """

    kind: str
    address: str
    label: str
    is_dutch: bool
    same: tuple[str, ...]
    related: Mapping[str, tuple[RelatedThing, ...]]
    lists: CaseLists
    other: OtherAsker | None


def thing_view(
    release: Release, kind: str, key: str, language: str, wanted: RequestedList
) -> ThingView | None:
    """Return the facts about an entity, or None if the release does not contain the entity.

    ``kind`` is one of ``THING_KINDS``. ``key`` is the last part of the address of the entity or,
    for a topic, the last two parts. Raises QueryError if ``wanted`` names a list
    that entities of this kind do not have, or an unknown person or party, and ReleaseError if the
    store cannot be read.
    """
    address = thing_address(release.base or "", kind, key)
    rows = rows_of(release.query(_LABELS.replace("$thing", address))) if address else ()
    if address is None or not rows:
        return None
    label, is_dutch = _label({written: label for label, written, _ in reversed(rows)}, language)
    found = THING_KINDS[kind]
    other = _other_asker(release, language, wanted.other) if wanted.other else None
    cases = cases_by_list(release, found, address)
    return ThingView(
        kind=kind,
        address=address,
        label=label,
        is_dutch=is_dutch,
        same=tuple(sorted({same for _, _, same in rows if same})),
        related=_related(release, language, found, address),
        lists=case_lists(release, cases, wanted, found.lateness, other.cases if other else None),
        other=other,
    )


def case_lists(
    release: Release,
    cases: Mapping[str, Iterable[str]],
    wanted: RequestedList,
    lateness: str | None = None,
    only: frozenset[str] | None = None,
) -> CaseLists:
    """Return the totals of lists of cases, and a page of one list.

    ``cases`` maps the name of each list to the addresses of its cases.

    If ``wanted`` does not name a list, the longest list is shown. Late answers are counted in the
    list ``lateness`` or, if that is None, in the list that is shown. If ``only`` is not None, the
    list is limited to the cases in it. Raises QueryError if ``wanted`` names a list that is not in
    ``cases``, or an unknown ministry.
    """
    facts = {name: newest_first(release, listed) for name, listed in cases.items()}
    lists = {name: case_totals(found.values()) for name, found in facts.items()}
    name = _chosen(lists, wanted.name)
    selection = wanted.selection
    ministry = wanted.ministry and cases_of_ministry(release, wanted.ministry, selection.name)
    chosen = [
        case
        for case, found in facts[name].items()
        if selection.contains(found)
        and all(limit is None or case in limit for limit in (only, ministry))
    ]
    if wanted.order == LONGEST_WAIT:
        chosen = longest_first(release, chosen)
    pages = max(1, -(-len(chosen) // CASES_ON_A_PAGE))
    page = min(wanted.page, pages)
    rows = case_rows(release, chosen[(page - 1) * CASES_ON_A_PAGE : page * CASES_ON_A_PAGE])
    return CaseLists(
        lists, CaseList(name, lists[name], rows, page, pages, tuple(chosen)), lateness or name
    )


def _other_asker(release: Release, language: str, path: str) -> OtherAsker:
    """Return the person or party with a path. Raises QueryError if there is none."""
    kind, _, key = path.partition("/")
    found = THING_KINDS.get(kind)
    address = thing_address(release.base or "", kind, key) if found else None
    rows = rows_of(release.query(_LABELS.replace("$thing", address))) if address else ()
    if found is None or address is None or not rows or _ASKED not in found.lists:
        raise QueryError(f"met: {path!r} is not a person or party of this release")
    label, _ = _label({written: label for label, written, _ in reversed(rows)}, language)
    return OtherAsker(label, frozenset(cases_by_list(release, found, address)[_ASKED]))


def _chosen(lists: Mapping[str, CaseTotals], wanted: str | None) -> str:
    if wanted is None:
        return max(lists, key=lambda name: lists[name].total)
    if wanted not in lists:
        raise QueryError(f"lijst: {wanted!r} is not one of {', '.join(lists)}")
    return wanted


def _related(
    release: Release, language: str, kind: ThingKind, address: str
) -> dict[str, tuple[RelatedThing, ...]]:
    found = {}
    for name, pattern in kind.related.items():
        query = _RELATED.replace("$pattern", pattern).replace("$thing", f"<{address}>")
        rows = rows_of(release.query(query))
        labels: dict[str, dict[str, str]] = defaultdict(dict)
        for other, label, written, _, _ in reversed(rows):
            labels[other][written] = label
        periods = ((other, (_day(start), _day(end))) for other, _, _, start, end in rows)
        things = tuple(
            RelatedThing(*_label(labels[other], language), other, *period)
            for other, period in joined_periods_of(periods)
        )
        if things:
            found[name] = tuple(sorted(things, key=lambda t: (t.start or date.min, t.label)))
    return found


def _label(labels: Mapping[str, str], language: str) -> tuple[str, bool]:
    """Return a label, if possible in ``language``, and whether it is in Dutch instead.

    ``labels`` maps languages to labels. The language of a proper name is "".
    """
    chosen = next((known for known in (language, "", "nl") if known in labels), min(labels))
    return labels[chosen], chosen == "nl" != language


def _day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None
