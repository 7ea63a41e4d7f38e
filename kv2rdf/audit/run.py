"""An audit, from sources and a release to what it came to."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from kv2rdf.audit.additions import added, facts_added, printed_words
from kv2rdf.audit.compare_document import compared
from kv2rdf.audit.database import Desk, Document
from kv2rdf.audit.dump.grouping import clusters
from kv2rdf.audit.dump.nquads import quads
from kv2rdf.audit.finding_rules import ASKERS, NOT_COMPARED, lists_askers
from kv2rdf.audit.input_account import Account
from kv2rdf.audit.input_files import inputs
from kv2rdf.audit.kvr.fields import Sort
from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import Text, bare
from kv2rdf.audit.release_graph import Cluster
from kv2rdf.audit.results import Audit, Kind, Tally
from kv2rdf.errors import ReleaseError

_DUMP = "kamervragen.nq.gz"
_OTHER_PRINT = "; the paper has another print"

Progress = Callable[[int, int], None]
"""Told how many documents are compared, and of how many."""


def audited(release: Path, sources: Sequence[Path], limit: int | None, progress: Progress) -> Audit:
    """Compare all that ``sources`` print with all that a release has of it.

    ``limit`` is that of the build, if it had one. Raises InputError where a source is not there,
    ReleaseError where the release cannot be read.
    """
    if not (release / _DUMP).is_file():
        raise ReleaseError(f"{release}: is no release: it has no {_DUMP}")
    tally = Tally()
    with Desk() as desk:
        desk.lay_out(inputs(sources), quads(release / _DUMP))
        account = Account.of(release, desk, limit)
        done, all_ = 0, len(account.audited)
        for group in clusters(account.audited, desk.ties()):
            _compare({source: account.audited[source] for source in group}, desk, tally)
            done += len(group)
            progress(done, all_)
        for thing, words in desk.without_source():
            tally.remark(Kind.ADDITION, thing, "text without a source", bare(words))
    return tally.audit(account)


def _compare(documents: Mapping[str, Document], desk: Desk, tally: Tally) -> None:
    """Compare the documents of a cluster with its graph, then the graph with them."""
    cluster = Cluster(desk)
    pieces = {source: desk.pieces(document) for source, document in documents.items()}
    for source, document in documents.items():
        note = _OTHER_PRINT if cluster.has_other_prints(source) else ""
        facts = cluster.facts(source)
        for outcome in compared(pieces[source], cluster.texts(source), facts):
            tally.count(document.name, outcome, note)
        for unknown in desk.unknown(document):
            tally.remark(Kind.UNKNOWN, document.name, unknown.where, unknown.text)
    for text in cluster.all_texts():
        sources = cluster.derived_from(text.thing)
        if set(sources) <= set(documents) and not _is_fact(text, sources, pieces):
            printed = (words for source in sources for words in printed_words(pieces[source]))
            where = f"finding {text.finding}" if text.finding else "text"
            figures = [
                piece.text
                for source in sources
                for piece in pieces[source]
                if piece.sort is Sort.FIGURE
            ]
            for more in added(text, printed, figures):
                kind = Kind.REPETITION if more.again else Kind.ADDITION
                tally.remark(kind, text.thing, where, more.words)
    if cluster.sources() <= set(documents):
        for thing, term, words in facts_added(cluster.all_facts(), pieces.values()):
            tally.remark(Kind.FACT_ADDED, thing, term, words)


def _is_fact(text: Text, sources: Sequence[str], pieces: Mapping[str, Sequence[Piece]]) -> bool:
    """Tell whether the text of a finding is a fact that no source prints as such, and is true."""
    if text.finding == ASKERS:
        return any(lists_askers(text.words, pieces[source]) for source in sources)
    return text.finding in NOT_COMPARED
