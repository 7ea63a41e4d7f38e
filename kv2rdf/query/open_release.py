"""An open release, for any number of queries and searches."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self
from weakref import finalize

from kv2rdf.errors import ReleaseError
from kv2rdf.query.case_facets import CaseFacets, FoundFacets
from kv2rdf.query.case_files import CaseFiles
from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.case_view import CaseView, case_view
from kv2rdf.query.first_results import result_of_first
from kv2rdf.query.found_texts import FoundTexts, SearchOrder, TextFilter
from kv2rdf.query.index_reader import SearchLimit
from kv2rdf.query.indexed_cases import IndexedCase, IndexedCases
from kv2rdf.query.named_queries import NamedQuery
from kv2rdf.query.query_warnings import query_warnings
from kv2rdf.query.sparql import ResultRows, ResultTriples, SparqlStore, rows_of
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.release import derived_files
from kv2rdf.release.existing_release import existing_release
from kv2rdf.release.manifest import read_manifest

if TYPE_CHECKING:
    import pyoxigraph as ox
    from rdflib import Graph

_EVERYTHING = TextFilter()


class Release:
    """A release that can be queried and searched from any thread until it is closed.

    It is also closed when nothing refers to this object any more. The store and the text index are
    opened when they are first needed. If ``folder`` is a link to the newest release, the link is
    followed only once, so a release that is published later is not used.
    """

    def __init__(self, folder: Path, search_limit: SearchLimit | None = None) -> None:
        """Open a release. If ``search_limit`` is None, searches have no time limit.

        Raises ReleaseError if ``folder`` is not a release.
        """
        self._search_limit = search_limit
        self.files = existing_release(folder)
        self._is_closed = False

    @property
    def base(self) -> str | None:
        """The base of the addresses in the release, or None if the release is empty."""
        return self._store.base

    @cached_property
    def cases(self) -> CaseFiles:
        """The files of all cases. Raises ReleaseError if the manifest cannot be read."""
        return CaseFiles.listed(read_manifest(self.files))

    @cached_property
    def texts(self) -> TextIndex:
        """The text index. Raises ReleaseError if it cannot be read."""
        self._check_open()
        derived_files.check_text_index(self.files)
        index = TextIndex.open(self.files.text_index, self._search_limit)
        finalize(self, index.close)
        return index

    def query(
        self, sparql: str, prefixes: Mapping[str, str] = PREFIXES
    ) -> ResultRows | ResultTriples:
        """Run a SPARQL query and return the result.

        The query is evaluated on the union of all graphs, unless it contains FROM or FROM NAMED.
        ``prefixes`` need not be declared in the query. Raises QueryError if the query cannot be
        run, and ReleaseError if the store cannot be read.
        """
        return self._store.result(sparql, prefixes)

    def quads(
        self,
        subject: "ox.NamedNode | None" = None,
        predicate: "ox.NamedNode | None" = None,
        object_: "ox.NamedNode | ox.Literal | None" = None,
        graph: "ox.NamedNode | None" = None,
    ) -> "Iterator[ox.Quad]":
        """Yield the statements that match a subject, property, value and graph.

        An argument that is None matches everything. This is faster than a query. Raises
        ReleaseError if the store cannot be read.
        """
        return self._store.quads(subject, predicate, object_, graph)

    def warnings(self, sparql: str, prefixes: Mapping[str, str] = PREFIXES) -> tuple[str, ...]:
        """Return a sentence for each name or value in a query that cannot lead to a result.

        These are terms that do not exist; terms, addresses and case numbers that do not occur in
        the release; properties that instances of the requested class cannot have; and
        literals that their property never has in the release, or has only with another type or
        language tag. The query must be one that ``query`` can run. Raises ReleaseError if the
        store cannot be read.
        """
        return query_warnings(sparql, prefixes, self._store, self.case_numbers)

    def open_store(self, *, in_memory: bool = False) -> SparqlStore:
        """Return the store, and open it if it is not open yet.

        If ``in_memory`` is true, the dump is loaded into memory instead, which takes longer but
        makes queries faster. Raises ReleaseError if the store or the dump cannot be read.
        """
        if in_memory:
            self._check_open()
            self.__dict__["_store"] = SparqlStore.loaded(self.files.nquads)
        return self._store

    def answer(self, named: NamedQuery, values: Mapping[str, str]) -> ResultRows | ResultTriples:
        """Run a named query with values for its parameters and return the result.

        If the query has a limit, the ``total`` of the result is the number of results without the
        limit. Raises QueryError if a parameter is unknown or its value is not valid, and
        ReleaseError if the store or the text index cannot be read.
        """
        return result_of_first(self._store, named.filled_text(values, self.candidates))

    def candidates(self, words: str) -> tuple[str, ...] | None:
        """Return the addresses of all texts that may contain ``words``.

        Return None if there are too many of these texts, or if ``words`` contains no word. Raises
        ReleaseError if the text index cannot be read.
        """
        return self.texts.candidates(words)

    def search(
        self,
        search: str,
        *,
        first: int = 20,
        only: TextFilter = _EVERYTHING,
        order: SearchOrder = SearchOrder.RANK,
        offset: int = 0,
    ) -> FoundTexts:
        """Return at most ``first`` texts that match a search, each with its case.

        A search consists of words, phrases and operators, as described in ``search_grammar``.
        ``only`` contains conditions for the texts, and ``offset`` is the number of texts that are
        skipped. Raises QueryError if the search or ``only`` is not valid, if ``first`` is less than
        1, or if nothing is found and the asker, party or ministry in ``only`` does not occur in any
        case. Raises ReleaseError if the text index cannot be read.
        """
        return self.texts.found_texts(search, only=only, order=order, limit=first, offset=offset)

    def found_cases(
        self,
        search: str = "",
        *,
        first: int = 20,
        only: TextFilter = _EVERYTHING,
        order: SearchOrder = SearchOrder.DAY,
        offset: int = 0,
    ) -> IndexedCases:
        """Return at most ``first`` cases with a text that matches a search.

        The arguments are as for ``search``.

        If the search is empty, all cases that satisfy ``only`` are found. Raises the same errors as
        ``search``, and QueryError if the search is empty but ``only`` contains kinds of text or
        ``order`` is ``RANK``.
        """
        return self.texts.found_cases(search, only=only, order=order, limit=first, offset=offset)

    def facets(self, search: str, only: TextFilter = _EVERYTHING) -> FoundFacets:
        """Return the facets (see ``case_facets``) of the cases that ``found_cases`` finds.

        If the search is empty, the kinds in ``only`` are ignored. Raises errors as ``search`` does.
        """
        return self._facets.of_cases(self.texts.found_kinds(search, only))

    def cases_at(self, addresses: Iterable[str]) -> tuple[IndexedCase, ...]:
        """Return the cases with the given addresses, in the same order.

        Raises ReleaseError if the text index cannot be read.
        """
        return self.texts.cases_at(addresses)

    def case(self, identifier: str) -> "Graph":
        """Return a graph of a case and of the cases that share papers with it.

        The published prefixes are bound in the graph. ``identifier`` is the address of the case or
        any of its identifiers, such as the number of its answer paper. The number of a case is
        sufficient, even if it also identifies other cases. Raises QueryError unless exactly one
        case is found, and ReleaseError if the manifest or the store cannot be read.
        """
        from rdflib import Graph  # noqa: PLC0415 - slow to load, and only needed here

        return Graph().parse(data=self._case_file(identifier).read_bytes(), format="turtle")

    def case_view(self, identifier: str, language: str = "nl") -> CaseView:
        """Return a view of a case for readers. Labels are in ``language``: "nl" or "en".

        ``identifier`` has the same meaning as in ``case``, and the same errors are raised.
        """
        file = self._case_file(identifier)
        graph = CaseGraph.parse(file.read_bytes())
        return case_view(graph, graph.case_address(file.stem), language)

    def case_numbers(self, start: str) -> tuple[str, ...]:
        """Return the sorted case numbers that begin with ``start``.

        Raises ReleaseError if the manifest cannot be read.
        """
        return self.cases.numbers_from(start)

    def verify(self) -> tuple[str, ...]:
        """Return a message for each difference between the release and its manifest."""
        from kv2rdf.release.verify import release_problems  # noqa: PLC0415 - loads rdflib

        return tuple(release_problems(self.files))

    def close(self) -> None:
        """Close the store and the text index. After that, every query raises ReleaseError."""
        self._is_closed = True
        texts = self.__dict__.pop("texts", None)
        if texts is not None:
            texts.close()
        self.__dict__.pop("_store", None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @cached_property
    def _store(self) -> SparqlStore:
        self._check_open()
        derived_files.check_store(self.files)
        return SparqlStore.open(self.files.store)

    @cached_property
    def _facets(self) -> CaseFacets:
        return self.texts.case_facets()

    def _case_file(self, identifier: str) -> Path:
        number = self.cases.number(identifier, lambda sparql: rows_of(self.query(sparql)))
        return self.files.folder / self.cases.names[number]

    def _check_open(self) -> None:
        if self._is_closed:
            raise ReleaseError("the release is closed")
