"""An audit, from sources and a release to what it came to."""

from collections.abc import Callable, Sequence
from pathlib import Path

from kv2rdf.audit.accounts import Account
from kv2rdf.audit.clusters import clusters
from kv2rdf.audit.comparing import Outcome, compared
from kv2rdf.audit.desk import Desk, Document
from kv2rdf.audit.findings import Audit, Count, Remark
from kv2rdf.audit.graph import Cluster
from kv2rdf.audit.inputs import inputs
from kv2rdf.audit.matching import Text, bare, uncovered
from kv2rdf.audit.places import PLACES, Sort
from kv2rdf.audit.quads import quads
from kv2rdf.errors import ReleaseError

_DUMP = "kamervragen.nq.gz"


def audited(
    release: Path,
    sources: Sequence[Path],
    limit: int | None = None,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Audit:
    """Compare all that ``sources`` print with all that a release has of it.

    ``limit`` is that of the build, if it had one; ``progress`` is told how many documents are
    done, of how many. Raises InputError where a source is not there, ReleaseError where the
    release cannot be read.
    """
    if not (release / _DUMP).is_file():
        raise ReleaseError(f"{release}: is no release: it has no {_DUMP}")
    desk = Desk()
    try:
        desk.lay_out(inputs(sources), quads(release / _DUMP))
        account = Account.of(release, desk, limit)
        audit = Audit(
            inputs=account.inputs,
            audited=len(account.audited),
            held_back=account.held_back,
            not_read=account.not_read,
            other_kind=account.other_kind,
            unaccounted=account.unaccounted,
        )
        done = 0
        for group in clusters(account.audited, desk.ties()):
            _compare({source: account.audited[source] for source in group}, desk, audit)
            done += len(group)
            progress(done, len(account.audited))
    finally:
        desk.close()
    return audit.sorted()


def _compare(documents: dict[str, Document], desk: Desk, audit: Audit) -> None:
    """Compare the documents of a cluster with its graph, then the graph with them."""
    cluster = Cluster(desk)
    seen: dict[str, tuple[str, ...]] = {}
    texts: dict[int, Text] = {}
    for source, document in documents.items():
        pieces = desk.pieces(document)
        seen[source] = tuple(bare(piece.text) for piece in pieces)
        own = cluster.texts(source)
        texts |= {id(text): text for text in own}
        for outcome in compared(pieces, own, cluster.facts(source)):
            _count(document, outcome, audit)
        for unknown in desk.unknown(document):
            audit.unknown.append(Remark(document.name, unknown.where, unknown.text))
    for text in texts.values():
        sources = cluster.derived_from(text.thing)
        if all(source in documents for source in sources):
            printed = [words for source in sources for words in seen[source]]
            _add(text, printed, audit)


def _count(document: Document, outcome: Outcome, audit: Audit) -> None:
    piece = outcome.piece
    _, count = audit.places.setdefault(piece.place, (piece.sort, Count()))
    count.add(outcome)
    if outcome.copy_of:
        why = f"a copy of {outcome.copy_of}"
        audit.copies.append(Remark(document.name, piece.where, piece.text, why))
    lost = audit.losses if piece.sort is Sort.PROSE else audit.facts_missing
    for words in outcome.lost:
        where = f"{piece.where} from character {words.start}" if words.start else piece.where
        lost.append(Remark(document.name, where, words.words, PLACES[piece.place].why))


def _add(text: Text, printed: Sequence[str], audit: Audit) -> None:
    """Tell of words of the graph that no source of theirs prints, or not as often."""
    more = list(uncovered(text))
    if not more:
        return
    # A finding may set two printed days, or other words of the record, side by side with a bar.
    parts = text.words.split("|") if text.finding else [text.words]
    again = all(any(part in words for words in printed) for part in parts)
    if again and text.finding:
        return
    where = f"finding {text.finding}" if text.finding else "text"
    kind = audit.repetitions if again else audit.additions
    kind += [Remark(text.thing, where, words) for words in more]
