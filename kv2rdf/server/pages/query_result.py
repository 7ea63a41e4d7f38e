"""The result of a query as a table with labels and bars."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from kv2rdf.query.term_hints import prefixed_name
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.entity_labels import entity_addresses, entity_labels
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.served_release import ServedRelease

MOST_ROWS: Final = 1_000
"""The maximum number of rows that a page shows."""
_MOST_LABELS = 500
_SHORT, _LONG = 16, 60
_NUMBERS = {f"{PREFIXES['xsd']}{name}" for name in ("integer", "decimal", "double", "float")}
_FRACTION = re.compile(r"(-?\d+)\.(\d{3,})")


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultCell:
    """A value in a table. For an address or a case number, ``link`` is the link to its page.

    ``address`` is the address of the entity if ``text`` is its label. ``bar`` is the length of the
    bar beside a number, in percent of the longest.
    """

    text: str
    link: str | None = None
    language: str | None = None
    address: str | None = None
    is_number: bool = False
    bar: float | None = None

    @property
    def shape(self) -> str | None:
        """The layout of the cell: "num", "short" (on one line), "long" (wide column), or None."""
        if self.is_number:
            return "num"
        if len(self.text) <= _SHORT:
            return "short"
        return "long" if len(self.text) > _LONG else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultTable:
    """The first rows of a result. ``count`` is the number of all its rows."""

    variables: tuple[str, ...]
    rows: tuple[tuple[ResultCell, ...], ...]
    count: int

    @property
    def has_bars(self) -> bool:
        """Whether any cell contains a bar."""
        return any(cell.bar is not None for row in self.rows for cell in row)

    def is_number(self, column: int) -> bool:
        """Whether a column contains only numbers."""
        return bool(self.rows) and all(row[column].is_number for row in self.rows)


def result_table(release: ServedRelease, site: PageSite, content: bytes) -> ResultTable | bool:
    """Return a result in SPARQL JSON as a table or, for an ASK query, the answer as a bool.

    The labels of entities are in the language of the page, if possible. Raises ReleaseError if the
    store cannot be read.
    """
    found: dict[str, Any] = json.loads(content)
    if "boolean" in found:
        return bool(found["boolean"])
    variables, bindings = tuple(found["head"]["vars"]), found["results"]["bindings"]
    shown = bindings[:MOST_ROWS]
    terms = (term for binding in shown for term in binding.values() if term["type"] == "uri")
    addresses = entity_addresses(release, (term["value"] for term in terms))
    labels = entity_labels(release, site.language, addresses[:_MOST_LABELS])
    bars = _bars(variables, bindings)
    rows = tuple(
        tuple(
            _cell(binding.get(name), release, site, labels, _bar(binding.get(name), bars.get(name)))
            for name in variables
        )
        for binding in shown
    )
    return ResultTable(variables=variables, rows=rows, count=len(bindings))


def _bars(variables: tuple[str, ...], bindings: list[dict[str, Any]]) -> Mapping[str, float]:
    """Return a mapping from the column with bars to its largest number, or an empty mapping.

    Bars are drawn for the second of two columns if there are at least two rows, and the column
    contains only finite numbers that are not negative, and not only zeros.
    """
    if len(variables) != 2 or len(bindings) < 2:
        return {}
    name = variables[1]
    if not all(_is_number(binding.get(name)) for binding in bindings):
        return {}
    numbers = [float(binding[name]["value"]) for binding in bindings]
    fits = all(0 <= number < float("inf") for number in numbers) and max(numbers) > 0
    return {name: max(numbers)} if fits else {}


def _bar(term: dict[str, Any] | None, most: float | None) -> float | None:
    return None if term is None or most is None else 100 * float(term["value"]) / most


def _is_number(term: dict[str, Any] | None) -> bool:
    return term is not None and term.get("datatype") in _NUMBERS


def _cell(
    term: dict[str, Any] | None,
    release: ServedRelease,
    site: PageSite,
    labels: Mapping[str, tuple[str, str]],
    bar: float | None,
) -> ResultCell:
    """Return the cell for a value. An address of this release becomes a link to this server."""
    if term is None:
        return ResultCell(text="")
    value = term["value"]
    if term["type"] == "uri":
        link = site.address_link(value)
        if value in labels:
            label, language = labels[value]
            return ResultCell(text=label, link=link, language=language or None, address=value)
        name = prefixed_name(value)
        return ResultCell(text=value if name.startswith("<") else name, link=link)
    if _is_number(term):
        return ResultCell(text=_number(value, site.words), is_number=True, bar=bar)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    link = site.link(f"zaak/{text}") if text in release.release.cases.names else None
    return ResultCell(text=text, link=link, language=term.get("xml:lang"))


def _number(written: str, words: PageWords) -> str:
    """Return a number in a result as text. A fraction is rounded to two decimal places."""
    if not _FRACTION.fullmatch(written):
        return written
    return words.decimal(float(written))
