"""Full-text search in the text index of a release."""

import json
import re
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any, Self, TypeAlias

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.best_texts import FoundRows, best_texts
from kv2rdf.query.case_facets import CaseFacets, FoundKinds, selected_cases
from kv2rdf.query.filter_names import check_names
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
from kv2rdf.query.text_places import PlaceSet, SelectedTexts, TextPlaces
from kv2rdf.release.search_words import INDEX_FORM, search_words

_MATCHING = "SELECT json_group_array(rowid) FROM text WHERE text MATCH :query"
"""The query for the numbers of all texts that match, as one JSON value.

Reading one value is faster than reading many rows.
"""
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


@dataclass(frozen=True)
class TextIndex:
    """The text index of a release, open for reading.

    It may be used from any thread. Every method raises ReleaseError if the index cannot be read.
    """

    file: sqlite3.Connection
    _lock: Lock = field(default_factory=Lock, repr=False, compare=False)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open an index.

        Raises ReleaseError if the index is missing, cannot be read, or has a format that this
        version of kv2rdf cannot read.
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

    def read_places(self) -> None:
        """Read the cases of all texts into memory.

        Otherwise, the first search that needs them does so.
        """
        _ = self._places

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
        QueryError if the search or ``only`` is not valid, if ``limit`` is less than 1, or if
        nothing is found and the asker, party or ministry in ``only`` does not occur in any case.
        """
        if limit < 1:
            raise QueryError(f"the number of texts must be at least 1, not {limit}")
        query = index_query(search)
        found: FoundRows
        if order is SearchOrder.RANK:
            found, total = best_texts(self._rows, query, only=only, limit=limit, offset=offset)
        else:
            selected = self._selected_texts(query, self._places_in(only))
            found = self._places.first_texts(selected, order, offset + limit)[offset:]
            total = len(selected.texts) + len(selected.moved)
        if not total:
            check_names(self._rows, only)
        texts = tuple(self._text(query, text, case) for text, case in found)
        return FoundTexts(texts, total, offset)

    def found_cases(
        self, search: str, *, only: TextFilter, order: SearchOrder, limit: int, offset: int
    ) -> IndexedCases:
        """Return the cases with a text that matches a search and satisfies ``only``.

        The arguments are as for ``found_texts``, but the search may be empty: every case that
        satisfies ``only`` is then found. Raises QueryError as ``matching_cases`` does.
        """
        return matching_cases(
            self._rows, search, only=only, order=order, limit=limit, offset=offset
        )

    def case_facets(self) -> CaseFacets:
        """Return, for all cases, the values by which searches can be narrowed."""
        return CaseFacets.read(self._rows)

    def found_kinds(self, search: str, only: TextFilter) -> FoundKinds:
        """Return the cases that ``found_cases`` finds, and the kinds of their texts that match.

        If the search is empty, return all cases that satisfy ``only``, and no kinds. The kinds in
        ``only`` are then ignored. Raises QueryError if the search or ``only`` is not valid.
        """
        if not search:
            return FoundKinds(selected_cases(self._rows, replace(only, kinds=frozenset())), {})
        query, wanted = index_query(search), self._places_in(only)
        return self._places.found_kinds(self._selected_texts(query, wanted), wanted)

    def linked_case_counts(self, role: str, path: str) -> Mapping[str, int]:
        """Return, by the address of each entity, the number of cases linked to it in a role.

        Only entities whose addresses contain ``path`` are included.
        """
        return linked_case_counts(self._rows, role, path)

    def name_with_key(self, kind: str, key: str) -> str | None:
        """Return the main name of the entity with the given key, or None if no entity has this key.

        The key is the last part of the address of the entity. ``kind`` is "asker" or "ministry",
        the field of ``TextFilter`` that may be the key.
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

        The words may be parts of longer words. Return None if there are too many of these texts, or
        if ``words`` contains no word.
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

    @cached_property
    def _places(self) -> TextPlaces:
        return TextPlaces.read(self._rows)

    def _selected_texts(self, query: str, wanted: PlaceSet) -> SelectedTexts:
        ((texts,),) = self._rows(_MATCHING, {"query": query})
        return self._places.selected_texts(json.loads(texts), wanted)

    def _places_in(self, only: TextFilter) -> PlaceSet:
        of_cases = replace(only, kinds=frozenset())
        cases = None if of_cases == _EVERYTHING else selected_cases(self._rows, of_cases)
        return self._places.places(cases, only.kinds or None)

    def _text(self, query: object, text: int, dossier: int | None) -> FoundText:
        """Return the text with the given number, as found by ``query``.

        ``dossier`` is the number of its case in the index. It is None or 0 if the text belongs to
        no case.
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
