"""Texts that were found, with the case that each of them belongs to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from kv2rdf.query.sparql import SparqlStore
from kv2rdf.query.text_search import Hit

_CASES = """
SELECT ?text ?chamber ?number ?title ?day ?part ?who ?party WHERE {
  VALUES ?text { $texts }
  { ?text kv:concernsDossier ?case } UNION { ?text eli:is_part_of/kv:concernsDossier ?case }
  UNION { ?text a kv:Dossier BIND(?text AS ?case) }
  ?case eli-dl:process_id ?number ; dct:title ?title .
  BIND(IF(CONTAINS(STR(?case), "/eli/nl/ek/"), "ek", "tk") AS ?chamber)
  OPTIONAL { ?case dct:dateSubmitted ?day }
  OPTIONAL { ?text eli:number ?part }
  OPTIONAL { ?case kv:askedBy/rdfs:label ?who }
  OPTIONAL { ?case kv:partyAsInSource ?party }
}
ORDER BY ?text ?number ?who ?party
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """A text that was found. ``snippet`` is the part of the text around the match.

    ``kind`` is what the text is, such as "vraag", and ``part`` its number as printed. The other
    facts are those of its case: ``chamber`` ("tk" or "ek"), number, title, the day of tabling,
    the names of the askers and their printed parties. A text that several cases share has the
    facts of the first of them.
    """

    address: str
    kind: str
    snippet: str
    chamber: str
    case: str
    title: str
    day: date | None
    part: str | None
    askers: tuple[str, ...]
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFilter:
    """Which of the texts that contain the words are wanted. Without a value, all are.

    ``since`` and ``until`` are the first and the last day of tabling. ``asker`` is a part of a
    name. ``party`` is a party as printed; dots and capitals make no difference.
    """

    since: date | None = None
    until: date | None = None
    kinds: frozenset[str] = field(default_factory=frozenset)
    asker: str | None = None
    party: str | None = None
    chamber: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether every text is wanted."""
        return self == TextFilter()

    def matches(self, text: FoundText) -> bool:
        """Whether a text is wanted."""
        return (
            (not self.kinds or text.kind in self.kinds)
            and (self.chamber is None or text.chamber == self.chamber)
            and (self.since is None or (text.day is not None and text.day >= self.since))
            and (self.until is None or (text.day is not None and text.day <= self.until))
            and (self.asker is None or _contains(text.askers, self.asker))
            and (self.party is None or _plain(self.party) in map(_plain, text.parties))
        )


def found_texts(store: SparqlStore, hits: Iterable[Hit]) -> tuple[FoundText, ...]:
    """Return the texts of hits, in the same order. Raises ReleaseError if the store is damaged."""
    listed = tuple(hits)
    addresses = " ".join(f"<{address}>" for address in dict.fromkeys(h.address for h in listed))
    rows_by_text: dict[str, list[tuple[str, ...]]] = {}
    for text, *row in store.rows(_CASES.replace("$texts", addresses)) if listed else ():
        rows_by_text.setdefault(text, []).append(tuple(row))
    return tuple(_found_text(hit, rows_by_text) for hit in listed)


def _found_text(hit: Hit, rows_by_text: Mapping[str, list[tuple[str, ...]]]) -> FoundText:
    rows = rows_by_text.get(hit.address, [("", "", "", "", "", "", "")])
    chamber, number, title, day, part, _, _ = rows[0]
    of_case = [row for row in rows if row[1] == number]
    return FoundText(
        address=hit.address,
        kind=hit.kind,
        snippet=hit.snippet,
        chamber=chamber,
        case=number,
        title=title,
        day=date.fromisoformat(day) if day else None,
        part=part or None,
        askers=tuple(dict.fromkeys(row[5] for row in of_case if row[5])),
        parties=tuple(dict.fromkeys(row[6] for row in of_case if row[6])),
    )


def _contains(names: Iterable[str], part: str) -> bool:
    return any(part.casefold() in name.casefold() for name in names)


def _plain(party: str) -> str:
    return party.casefold().replace(".", "").replace(" ", "")
