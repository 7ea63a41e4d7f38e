"""Full-text search in the text index of a release."""

import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import Any, Self, TypeAlias

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.case_facets import CaseFacets, found_kinds
from kv2rdf.query.found_texts import FoundText, FoundTexts, SearchOrder, TextFilter
from kv2rdf.query.indexed_cases import (
    IndexedCase,
    IndexedCases,
    cases_at,
    linked_case_counts,
    matching_cases,
    name_with_key,
    names_in_role,
)
from kv2rdf.query.question_lengths import QuestionLengths, question_lengths
from kv2rdf.query.search_grammar import index_query, quoted_phrase
from kv2rdf.release.search_words import INDEX_FORM, search_words

_FOUND = """
WITH found AS MATERIALIZED (SELECT rowid AS text, $score AS score FROM text WHERE text MATCH :query)
SELECT text, dossier, count(*) OVER () FROM (
  SELECT found.text, score, min(process), place.dossier, day FROM found
  $join JOIN place ON place.text_row = found.text
  $join JOIN dossier ON dossier.number = place.dossier
  $where GROUP BY found.text
)
ORDER BY $order LIMIT :limit OFFSET :offset
"""
"""The query that finds texts.

It sorts only their numbers, so that only the requested texts are read.
"""
_COLUMNS = {
    SearchOrder.RANK: "score, text",
    SearchOrder.DAY: "day DESC, dossier, text",
    SearchOrder.OLDEST: "day IS NULL, day, dossier, text",
}
_TEXT = """
SELECT text.address, text.kind, snippet(text, 0, '', '', '…', 24),
part, chamber, process, title, day
FROM text LEFT JOIN place ON place.text_row = text.rowid AND place.dossier = :dossier
LEFT JOIN dossier ON dossier.number = place.dossier WHERE text MATCH :query AND text.rowid = :text
"""
_ADDRESSES = "SELECT address FROM text WHERE text MATCH ? LIMIT ?"
_TERMS = "SELECT term FROM word WHERE term LIKE ? LIMIT ?"

_MAX_TERMS = 2_000
_MAX_TEXTS = 20_000
_EVERYTHING = TextFilter()
_WORD = re.compile(r"\w+")
_Values: TypeAlias = Mapping[str, object] | tuple[object, ...]


@dataclass(frozen=True, slots=True)
class TextIndex:
    """The text index of a release, open for reading.

    It may be used from any thread. Every method raises ReleaseError if the index cannot be read.
    """

    file: sqlite3.Connection
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index.

        Raises ReleaseError if the index is missing, cannot be read, or was made by another version.
        """
        address = f"{path.as_uri()}?mode=ro"
        try:
            index = cls(sqlite3.connect(address, uri=True, check_same_thread=False))
        except sqlite3.Error as error:
            raise ReleaseError(f"{path}: the text index cannot be read: {error}") from error
        try:
            index.check_form()
        except ReleaseError:
            index.close()
            raise
        return index

    def check_form(self) -> None:
        """Raise ReleaseError if this version of kv2rdf cannot read the format of the index."""
        ((form,),) = self._rows("PRAGMA user_version", ())
        if form != INDEX_FORM:
            raise ReleaseError(
                f"the text index cannot be read: another version of kv2rdf wrote it in form {form},"
                f" not {INDEX_FORM}; build the release again"
            )

    def close(self) -> None:
        """Close the file."""
        self.file.close()

    def found_texts(
        self,
        search: str,
        *,
        only: TextFilter = _EVERYTHING,
        order: SearchOrder = SearchOrder.RANK,
        limit: int = 20,
        offset: int = 0,
    ) -> FoundTexts:
        """Return the texts that match a search and satisfy ``only``.

        ``search`` follows the grammar in ``search_grammar``. Case and accents are ignored. The
        first ``offset`` texts are skipped, and at most ``limit`` texts are returned. Raises
        QueryError if the search is not valid, or if ``limit`` is less than 1.
        """
        if limit < 1:
            raise QueryError(f"the number of texts must be at least 1, not {limit}")
        conditions = only.conditions()
        values: dict[str, object] = {"query": index_query(search)}
        for more in conditions.values():
            values |= more
        statement = (
            _FOUND.replace("$score", "rank" if order is SearchOrder.RANK else "0")
            .replace("$join", "CROSS" if conditions else "LEFT")
            .replace("$where", f"WHERE {' AND '.join(conditions)}" if conditions else "")
            .replace("$order", _COLUMNS[order])
        )
        rows = self._rows(statement, values | {"limit": limit, "offset": offset})
        total = rows[0][2] if rows else 0
        if not rows and offset:
            first = self._rows(statement, values | {"limit": 1, "offset": 0})
            total = first[0][2] if first else 0
        texts = tuple(self._text(values["query"], text, dossier) for text, dossier, _ in rows)
        return FoundTexts(texts, total, offset)

    def found_cases(
        self, search: str, *, only: TextFilter, order: SearchOrder, limit: int, offset: int
    ) -> IndexedCases:
        """Return the cases with a text that matches a search and satisfies ``only``.

        The arguments are as for ``found_texts``. Raises QueryError if the search is not valid, or
        if it is empty but ``only`` or ``order`` requires words.
        """
        return matching_cases(
            self._rows, search, only=only, order=order, limit=limit, offset=offset
        )

    def case_facets(self) -> CaseFacets:
        """Return, for all cases, the values by which searches can be narrowed."""
        return CaseFacets.read(self._rows)

    def found_kinds(self, search: str, only: TextFilter) -> Mapping[int, tuple[str, ...]]:
        """Return the cases that ``found_cases`` finds, and the kinds of their texts that match.

        Cases are identified by their numbers in this index. Raises QueryError if the search is not
        valid.
        """
        return found_kinds(self._rows, search, only)

    def linked_case_counts(self, role: str, path: str) -> Mapping[str, int]:
        """Return the number of cases that are linked in a role to each entity, by address.

        Only entities whose addresses contain ``path`` are counted.
        """
        return linked_case_counts(self._rows, role, path)

    def name_with_key(self, kind: str, key: str) -> str | None:
        """Return the main name of the entity with the given key, or None if no entity has this key.

        ``kind`` is the field of ``TextFilter`` that can have the key as its value.
        """
        return name_with_key(self._rows, kind, key)

    def question_lengths(self) -> QuestionLengths:
        """Return the lengths of all questions by year."""
        return question_lengths(self._rows)

    def cases_at(self, addresses: Iterable[str]) -> tuple[IndexedCase, ...]:
        """Return the cases with the given addresses, in the same order."""
        return cases_at(self._rows, addresses)

    def candidates(self, words: str) -> tuple[str, ...] | None:
        """Return the addresses of all texts that may contain ``words``.

        The words may be parts of longer words. Return None if the index cannot limit the texts,
        because there is no word or there are too many texts.
        """
        plain = search_words(words)
        matches = list(_WORD.finditer(plain))
        if not matches:
            return None
        conditions = []
        for match in matches:
            before = "%" if match.start() == 0 else ""
            after = "%" if match.end() == len(plain) else ""
            terms = [
                term
                for (term,) in self._rows(_TERMS, (f"{before}{match[0]}{after}", _MAX_TERMS + 1))
            ]
            if len(terms) <= _MAX_TERMS:
                listed = " OR ".join(map(quoted_phrase, terms)) or quoted_phrase(match[0])
                conditions.append(f"({listed})")
        if not conditions:
            return None
        texts = self._rows(_ADDRESSES, (" AND ".join(conditions), _MAX_TEXTS + 1))
        return tuple(sorted(address for (address,) in texts)) if len(texts) <= _MAX_TEXTS else None

    def _text(self, query: object, text: int, dossier: int | None) -> FoundText:
        """Return the text with the given number, as found by ``query``.

        ``dossier`` is its case, or None.
        """
        values = {"query": query, "text": text, "dossier": dossier}
        ((address, kind, snippet, part, chamber, case, title, day),) = self._rows(_TEXT, values)
        return FoundText(
            address=address,
            kind=kind,
            snippet=" ".join(snippet.split()),
            chamber=chamber or "",
            case=case or "",
            title=title or "",
            day=date.fromisoformat(day) if day else None,
            part=part,
            askers=names_in_role(self._rows, dossier, "asker"),
            parties=names_in_role(self._rows, dossier, "printed party"),
        )

    def _rows(self, statement: str, values: _Values) -> list[tuple[Any, ...]]:
        try:
            # A connection reuses its prepared statements, so only one thread may use it at a time.
            with self._lock:
                return self.file.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise ReleaseError(f"the text index cannot be read: {error}") from error
