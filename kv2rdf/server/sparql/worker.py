"""The main function of a worker process. A worker answers one query at a time."""

import io
import json
import os
import resource
import socket
from typing import IO, TYPE_CHECKING

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.first_results import narrowed_query
from kv2rdf.query.open_release import Release
from kv2rdf.query.query_mistakes import query_mistakes
from kv2rdf.query.result_streams import write_result
from kv2rdf.query.sparql import SparqlStore
from kv2rdf.query.syntax_problem import syntax_problem
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.sparql import frames
from kv2rdf.server.sparql.frames import ReadyWorker, SparqlRequest, frame
from kv2rdf.server.sparql.query_size import check_query_size
from kv2rdf.server.sparql.service_word import query_without_service

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

_BUFFER = 65_536
_SMALL_RESULT = 1_000
"""The size in bytes below which a result is small.

A query with a small result is checked for mistakes.
"""
_MOST_GROWTH = 256 * 1024
"""The number of kilobytes by which a worker may grow before the worker is replaced."""
_QUERY_WITH_MISTAKES = """\
ASK { ?q a kv:Question ; kv:texts ?t ; kv:hasOwnAnswer true ; rdfs:label "a" ; kv:ordinal "1"
  MINUS { ?a eli-dl:answers_to ?q } }"""


def prepare_queries(release: Release) -> None:
    """Load everything that queries need except the store, so that workers open no other files."""
    release.case_numbers("")
    syntax_problem("SELECT", PREFIXES)
    query_mistakes(_QUERY_WITH_MISTAKES, PREFIXES, lambda *_: False)


def answer_requests(
    release: Release,
    store: SparqlStore,
    channel: socket.socket,
    protections: tuple[str, ...],
) -> None:
    """Answer the requests on the socket ``channel`` until the server closes it.

    ``protections`` are the protections of this process, as ``confine_process`` returns them. They
    are reported to the server. The function also returns if the process has grown too large.
    """
    size = _peak_size()
    with channel.makefile("rb") as requests, channel.makefile("wb") as answers:
        ready = ReadyWorker(process=os.getpid(), protections=protections)
        answers.write(frame(frames.READY, ready.packed()))
        answers.flush()
        while (message := frames.read_frame(requests)) is not None:
            _answer(release, store, SparqlRequest.unpacked(message[1]), answers)
            answers.flush()
            if _peak_size() - size > _MOST_GROWTH:
                return


def _answer(
    release: Release, store: SparqlStore, request: SparqlRequest, answers: IO[bytes]
) -> None:
    data = _DataFrames(answers)
    try:
        check_query_size(request.query)
        query = query_without_service(request.query)
        narrowed = narrowed_query(store, query)[0] if request.is_named else query
        with io.BufferedWriter(data, _BUFFER) as output:
            write_result(store, narrowed, request.dataset, request.media_type, output)
        warnings = release.warnings(query) if data.size < _SMALL_RESULT else ()
    except QueryError as error:
        answers.write(frame(frames.PROBLEM, str(error).encode()))
    except ReleaseError as error:
        answers.write(frame(frames.DAMAGE, str(error).encode()))
    else:
        answers.write(frame(frames.END, json.dumps(warnings).encode()))


class _DataFrames(io.RawIOBase):
    """A file object that sends the data written to it as messages."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self.size = 0

    def writable(self) -> bool:
        return True

    def write(self, data: "ReadableBuffer", /) -> int:
        content = bytes(data)
        self._answers.write(frame(frames.DATA, content))
        self.size += len(content)
        return len(content)


def _peak_size() -> int:
    """Return the peak memory use of this process, in kilobytes on Linux."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
