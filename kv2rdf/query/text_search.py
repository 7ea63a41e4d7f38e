"""Full-text search in the text index of a release."""

import json
from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Self, TypeAlias

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.best_texts import FoundRows, best_texts
from kv2rdf.query.candidate_texts import candidate_addresses
from kv2rdf.query.case_facets import CaseFacets, FoundKinds, selected_cases
from kv2rdf.query.filter_names import check_names
from kv2rdf.query.found_texts import FoundText, FoundTexts, Rows, SearchOrder, TextFilter
from kv2rdf.query.index_reader import IndexReader, SearchLimit
from kv2rdf.query.indexed_cases import (
    IndexedCase,
    IndexedCases,
    cases_at,
    linked_case_counts,
    matching_cases,
    name_with_key,
    names_in_role,
)
from kv2rdf.query.period import Period
from kv2rdf.query.question_lengths import QuestionLengths, question_lengths
from kv2rdf.query.search_grammar import index_query
from kv2rdf.query.tabled_period import tabled_period
from kv2rdf.query.text_places import PlaceSet, SelectedTexts, TextPlaces
from kv2rdf.release.search_words import INDEX_FORM

_MATCHING = "SELECT json_group_array(rowid) FROM text WHERE text MATCH :query"
"""The query for the numbers of all texts that match, as one JSON value.

Reading one value is faster than reading many rows.
"""
_SNIPPETS = """
SELECT rowid, address, kind, snippet(text, 0, '', '', '…', 24) FROM text
WHERE text MATCH :query AND rowid BETWEEN :first AND :last
AND +rowid IN (SELECT value FROM json_each(:texts))
"""
_PLACE = """
SELECT part, chamber, process, title, day FROM place
LEFT JOIN dossier ON dossier.number = place.dossier WHERE text_row = :text AND dossier = :dossier
"""

_EVERYTHING = TextFilter()
_Snippet: TypeAlias = tuple[int, str, str, str]


@dataclass(frozen=True)
class TextIndex:
    """The text index of a release, open for reading.

    It may be used from any thread. Every method raises ReleaseError if the index cannot be read.
    Those with a search also raise QueryError if it exceeds the time limit.
    """

    lookups: IndexReader
    searches: IndexReader
    """Another connection, so that queries that are always fast do not wait for a search."""

    @classmethod
    def open(cls, path: Path, limit: SearchLimit | None = None) -> Self:
        """Open an index. If ``limit`` is None, searches have no time limit.

        Raises ReleaseError if the index is missing, cannot be read, or has a format that this
        version of kv2rdf cannot read.
        """
        index = cls(IndexReader.open(path, None), IndexReader.open(path, limit))
        try:
            index.check_form()
        except ReleaseError:
            index.close()
            raise
        return index

    def check_form(self) -> None:
        """Raise ReleaseError if this version of kv2rdf cannot read the format of the index."""
        ((form,),) = self.lookups.rows("PRAGMA user_version", ())
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
        self.lookups.connection.close()
        self.searches.connection.close()

    def searching_together(self) -> AbstractContextManager[None]:
        """Return a context in which all searches of this thread share one time limit."""
        return self.searches.searching_together()

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
        query, rows = index_query(search), self.searches.rows_of_search()
        found: FoundRows
        if order is SearchOrder.RANK:
            found, total = best_texts(rows, query, only=only, limit=limit, offset=offset)
        else:
            selected = self._selected_texts(rows, query, self._places_in(only))
            found = self._places.first_texts(selected, order, offset + limit)[offset:]
            total = len(selected.texts) + len(selected.moved)
        if not total:
            check_names(self.lookups.rows, only)
        snippets = _snippets(rows, query, found)
        texts = tuple(self._text(snippets[text], text, case) for text, case in found)
        return FoundTexts(texts, total, offset)

    def found_cases(
        self, search: str, *, only: TextFilter, order: SearchOrder, limit: int, offset: int
    ) -> IndexedCases:
        """Return the cases with a text that matches a search and satisfies ``only``.

        The arguments are as for ``found_texts``, but the search may be empty: every case that
        satisfies ``only`` is then found. Raises QueryError as ``matching_cases`` does.
        """
        rows = self.searches.rows_of_search() if search else self.lookups.rows
        return matching_cases(rows, search, only=only, order=order, limit=limit, offset=offset)

    def case_facets(self) -> CaseFacets:
        """Return, for all cases, the values by which searches can be narrowed."""
        return CaseFacets.read(self.lookups.rows)

    def found_kinds(self, search: str, only: TextFilter) -> FoundKinds:
        """Return the cases that ``found_cases`` finds, and the kinds of their texts that match.

        If the search is empty, return all cases that satisfy ``only``, and no kinds. The kinds in
        ``only`` are then ignored. Raises QueryError if the search or ``only`` is not valid.
        """
        if not search:
            return FoundKinds(
                selected_cases(self.lookups.rows, replace(only, kinds=frozenset())), {}
            )
        query, wanted = index_query(search), self._places_in(only)
        found = self._selected_texts(self.searches.rows_of_search(), query, wanted)
        return self._places.found_kinds(found, wanted)

    def linked_case_counts(self, role: str, path: str) -> Mapping[str, int]:
        """Return, by the address of each entity, the number of cases linked to it in a role.

        Only entities whose addresses contain ``path`` are included.
        """
        return linked_case_counts(self.lookups.rows, role, path)

    def tabled_period(self) -> Period | None:
        """Return the first and the last date of tabling, or None if no date is known."""
        return tabled_period(self.lookups.rows)

    def name_with_key(self, kind: str, key: str) -> str | None:
        """Return the main name of the entity with the given key, or None if no entity has this key.

        The key is the last part of the address of the entity. ``kind`` is "asker" or "ministry",
        the field of ``TextFilter`` that may be the key.
        """
        return name_with_key(self.lookups.rows, kind, key)

    def question_lengths(self) -> QuestionLengths:
        """Return the lengths of all questions by year."""
        return question_lengths(self.lookups.rows)

    def cases_at(self, addresses: Iterable[str]) -> tuple[IndexedCase, ...]:
        """Return the cases with the given addresses, in the same order."""
        return cases_at(self.lookups.rows, addresses)

    def candidates(self, words: str) -> tuple[str, ...] | None:
        """Return the addresses of all texts that may contain ``words``.

        The words may be parts of longer words. Return None if there are too many of these texts, or
        if ``words`` contains no word.
        """
        return candidate_addresses(self.lookups.rows, words)

    @cached_property
    def _places(self) -> TextPlaces:
        return TextPlaces.read(self.lookups.rows)

    def _selected_texts(self, rows: Rows, query: str, wanted: PlaceSet) -> SelectedTexts:
        ((texts,),) = rows(_MATCHING, {"query": query})
        return self._places.selected_texts(json.loads(texts), wanted)

    def _places_in(self, only: TextFilter) -> PlaceSet:
        of_cases = replace(only, kinds=frozenset())
        cases = None if of_cases == _EVERYTHING else selected_cases(self.lookups.rows, of_cases)
        return self._places.places(cases, only.kinds or None)

    def _text(self, snippet: _Snippet, text: int, dossier: int | None) -> FoundText:
        """Return the text with the given number.

        ``dossier`` is the number of its case in the index. It is None or 0 if the text belongs to
        no case.
        """
        (_, address, kind, words), none = snippet, (None,) * 5
        places = self.lookups.rows(_PLACE, {"text": text, "dossier": dossier})
        part, chamber, case, title, day = places[0] if places else none
        return FoundText(
            address=address,
            kind=kind,
            snippet=" ".join(words.split()),
            chamber=chamber or "",
            case=case or "",
            title=title or "",
            day=date.fromisoformat(day) if day else None,
            part=part,
            askers=names_in_role(self.lookups.rows, dossier, "asker"),
            parties=names_in_role(self.lookups.rows, dossier, "printed party"),
        )


def _snippets(rows: Rows, query: str, found: FoundRows) -> Mapping[int, _Snippet]:
    """Return the number, address, kind and snippet of each text found, by its number.

    They are read together, because each query finds the beginnings of words (``*``) again.
    """
    numbers = sorted({text for text, _ in found})
    values = {
        "query": query,
        "texts": json.dumps(numbers),
        "first": numbers[0] if numbers else 0,
        "last": numbers[-1] if numbers else 0,
    }
    return {snippet[0]: snippet for snippet in rows(_SNIPPETS, values)}
