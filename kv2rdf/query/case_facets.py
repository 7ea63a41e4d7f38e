"""The facets of a search: the numbers of cases found, by year, party, ministry and so on.

The number for a value is the number of cases that the same search finds with this value as a filter
(``TextFilter``). Therefore, the number for the name of a party includes every case that is linked
to a party with this name. The number for a ministry in the register includes only the cases that
are linked to that ministry.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Self, TypeAlias

from kv2rdf.query.found_texts import Rows, TextFilter

_Names: TypeAlias = Mapping[int, tuple[str, ...]]

_DOSSIERS = "SELECT number, substr(day, 1, 4), chamber, state FROM dossier"
_PARTY_LABELS = """
SELECT thing, replace(folded, ' ', ''), label, value LIKE 'http%', sum(role = 'printed party')
FROM link JOIN label USING (thing) JOIN thing ON thing.number = thing
WHERE role IN ('party', 'printed party') GROUP BY thing, label
"""
_MINISTRY_LABELS = """
SELECT DISTINCT thing, value, label FROM link
JOIN label USING (thing) JOIN thing ON thing.number = thing
WHERE role = 'ministry' AND is_main AND value LIKE 'http%'
"""
_WANTED = "SELECT number FROM dossier $where"
_LINKS = "SELECT DISTINCT dossier, thing FROM link WHERE role IN ($roles)"


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which a search can be narrowed, with the number of cases found.

    ``label`` is the name of the entity if ``value`` is a key, and None otherwise.
    """

    value: str
    count: int
    label: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFacets:
    """The facets of a search, with the most frequent values and the latest years first.

    ``total`` is the total number of cases found. ``kinds`` counts the cases in which a text of each
    kind was found.
    """

    total: int
    parties: tuple[FacetValue, ...]
    ministries: tuple[FacetValue, ...]
    years: tuple[FacetValue, ...]
    chambers: tuple[FacetValue, ...]
    states: tuple[FacetValue, ...]
    kinds: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class FoundKinds:
    """The cases found by a search, and the cases in which a text of each kind was found.

    Cases are identified by their numbers in a text index.
    """

    cases: Set[int]
    cases_by_kind: Mapping[str, Set[int]]


@dataclass(frozen=True, slots=True)
class CaseFacets:
    """The values by which a search can be narrowed.

    Cases are identified by their numbers in a text index.
    """

    years: Mapping[int, str]
    chambers: Mapping[int, str]
    states: Mapping[int, str]
    parties: _Names
    ministries: _Names
    labels: Mapping[str, str]
    """The main name of each ministry, by its key."""

    @classmethod
    def read(cls, rows: Rows) -> Self:
        """Read the values of all cases. ``rows`` returns the rows of an SQL query."""
        cases, parties = rows(_DOSSIERS, {}), _party_names(rows(_PARTY_LABELS, {}))
        ministries = [
            (thing, address.rpartition("/")[2], label)
            for thing, address, label in rows(_MINISTRY_LABELS, {})
        ]
        return cls(
            years={number: year for number, year, *_ in cases if year},
            chambers={number: chamber for number, _, chamber, _ in cases},
            states={number: state for number, *_, state in cases if state},
            parties=_linked(rows, ("party", "printed party"), parties),
            ministries=_linked(rows, ("ministry",), {n: (key,) for n, key, _ in ministries}),
            labels={key: label for _, key, label in ministries},
        )

    def of_cases(self, wanted: FoundKinds) -> FoundFacets:
        """Return the facets of the cases found by a search."""
        found = wanted.cases
        return FoundFacets(
            total=len(found),
            parties=_most_first(Counter(n for c in found for n in self.parties.get(c, ()))),
            ministries=_most_first(
                Counter(key for c in found for key in self.ministries.get(c, ())), self.labels
            ),
            years=_last_first(Counter(self.years[c] for c in found if c in self.years)),
            chambers=_most_first(Counter(self.chambers[c] for c in found)),
            states=_most_first(Counter(self.states[c] for c in found if c in self.states)),
            kinds=_most_first({kind: len(cases) for kind, cases in wanted.cases_by_kind.items()}),
        )


def selected_cases(rows: Rows, only: TextFilter) -> frozenset[int]:
    """Return the numbers of the cases that satisfy a filter, whose ``kinds`` must be empty.

    ``rows`` returns the rows of an SQL query. Raises QueryError if a name in the filter contains no
    word, or if the period of the filter ends before it begins.
    """
    conditions = only.conditions()
    values = {name: value for more in conditions.values() for name, value in more.items()}
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    return frozenset(case for (case,) in rows(_WANTED.replace("$where", where), values))


def _party_names(labels: Iterable[tuple[int, str, str, int, int]]) -> _Names:
    """Return the name under which each party is printed most often, by the number of the party.

    Names with the same letters in the same order are treated as one name. A party that is known
    only as printed keeps its own name. It is left out if a party in the register has that name too,
    but is printed more often under another name. A party that is never printed is also left out.
    ``labels`` contains the rows that ``_PARTY_LABELS`` selects.
    """
    listed = tuple(labels)
    printed: dict[str, Counter[str]] = defaultdict(Counter)
    letters_of: dict[int, set[str]] = defaultdict(set)
    for thing, letters, label, is_known, times in listed:
        printed[letters][label] += times
        if is_known:
            letters_of[thing].add(letters)
    chosen = {
        thing: max(sorted(names), key=lambda letters: printed[letters].total())
        for thing, names in letters_of.items()
    }
    taken = {letters for names in letters_of.values() for letters in names} - {*chosen.values()}
    chosen |= {thing: letters for thing, letters, *_ in listed if thing not in letters_of}
    return {
        thing: (max(sorted(printed[letters]), key=printed[letters].__getitem__),)
        for thing, letters in chosen.items()
        if letters not in taken and printed[letters].total()
    }


def _linked(rows: Rows, roles: tuple[str, ...], names: _Names) -> _Names:
    """Return, for each case, the names of the entities to which it is linked in given roles.

    ``names`` maps the number of each entity to its names.
    """
    found: dict[int, set[str]] = defaultdict(set)
    listed = ", ".join(f"'{role}'" for role in roles)
    for case, thing in rows(_LINKS.replace("$roles", listed), {}):
        found[case].update(names.get(thing, ()))
    kept: dict[tuple[str, ...], tuple[str, ...]] = {}
    sorted_names = ((case, tuple(sorted(found_names))) for case, found_names in found.items())
    return {case: kept.setdefault(found_names, found_names) for case, found_names in sorted_names}


def _most_first(
    counts: Mapping[str, int], labels: Mapping[str, str] = MappingProxyType({})
) -> tuple[FacetValue, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], labels.get(item[0], item[0])))
    return tuple(FacetValue(value, count, labels.get(value)) for value, count in ordered)


def _last_first(counts: Mapping[str, int]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, counts[value]) for value in sorted(counts, reverse=True))
