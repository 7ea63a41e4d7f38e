"""A campaign that adds one real document to another of the same case, in both orders.

    python -m tests.campaigns.orders_of_sources 100000 20261128

The arguments are the maximum number of pairs and the seed. The pairs are drawn from documents of
the corpus that share a key, such as a case number. Fifty documents are read for each pair, until
all of them have been read. Each address in a release of one document
must, when the other document is added, identify the same entity, or lead to another address, or
vanish if it is unstable. The program prints one line for each fault, followed by the counts. The
exit status is 1 if there was a fault.
"""

import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from pathlib import Path

from kv2rdf.errors import ReadError
from kv2rdf.linking.cases.case_keys import case_keys
from kv2rdf.model.paper import Paper
from kv2rdf.sources import formats
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.input import documents
from tests.addresses.orders_of_sources import Outcome, build, compare
from tests.campaigns.command import run_campaign
from tests.papers import real_seeds
from tests.requirements import CORPUS

_DOCUMENTS_PER_PAIR = 50
"""Of 1,000 documents with adjacent ids, 99 pairs share a key, so this is more than enough."""
_MOST_PER_KEY = 12
"""A key of more documents than this is left out: it is a common question, not a case."""


def faults(
    count: int,
    draw: random.Random,
    folder: Path,  # noqa: ARG001 - a campaign has one
    counts: Counter[str],
) -> Iterator[str]:
    """Compare up to ``count`` pairs of documents. Yield a message for each fault.

    It is a fault if no pairs are found, or fewer than ``count`` pairs in a part of the corpus.
    Nothing is written to ``folder``.
    """
    paths = (CORPUS / "kvr-xml.tar.xz",)
    ids = list(documents.list_documents(paths))
    length = min(count * _DOCUMENTS_PER_PAIR, len(ids))
    first = draw.randint(0, len(ids) - length)
    papers = read_corpus(paths, ids[first : first + length])
    pairs = sorted(related_pairs(papers))
    counts["pairs that were found"] = len(pairs)
    if not pairs or (len(pairs) < count and length < len(ids)):
        yield f"only {len(pairs)} pairs were found in {length} documents"
    for one, other in draw.sample(pairs, min(count, len(pairs))):
        outcome = outcome_of(papers[one], papers[other])
        counts.update(outcome.counts)
        counts["pairs"] += 1
        for fault in outcome.faults:
            yield f"{one}, {other}: {fault}"


def outcome_of(one: tuple[Paper, ...], other: tuple[Paper, ...]) -> Outcome:
    """Return the outcome for the addresses of each of two documents when the other is added."""
    outcome = Outcome()
    both = build((*one, *other))
    for alone in (one, other):
        compare(build(alone), both, outcome)
    return outcome


def related_pairs(papers: Mapping[str, tuple[Paper, ...]]) -> set[tuple[str, str]]:
    """Return the pairs of documents with a key in common, each once."""
    by_key: dict[str, list[str]] = defaultdict(list)
    for id_ in sorted(papers):
        for key in {key for paper in papers[id_] for key in case_keys(paper)}:
            by_key[key].append(id_)
    groups = (ids for ids in by_key.values() if len(ids) <= _MOST_PER_KEY)
    return {pair for ids in groups for pair in combinations(ids, 2)}


def read_corpus(paths: Sequence[Path], ids: Sequence[str]) -> dict[str, tuple[Paper, ...]]:
    """Return the papers of each document with one of the ids, if it can be read."""
    lookups = real_seeds().lookups
    found = {}
    for document in documents.load_documents(paths, ids):
        try:
            found[document.id] = formats.read_publication(document, lookups)
        except (NotAPublicationError, ReadError):
            continue
    return found


def main(arguments: list[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, (__doc__ or "").partition("\n")[0], faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
