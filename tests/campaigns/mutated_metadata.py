"""A campaign that changes official metadata at random, builds releases of them, and audits each.

    python -m tests.campaigns.mutated_metadata 5000 20261129

The arguments are the number of mutants and the seed. Each file must be held back, or not be
metadata of questions or replies, or exactly its facts must be published or in findings. Any other
file is printed, and the exit status is then 1. Some cases have a record or other metadata too.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.campaigns.audited_batch import batch_faults
from tests.campaigns.command import run_campaign
from tests.campaigns.metadata_mutators import metadata_mutant
from tests.conftest import ROOT
from tests.requirements import CORPUS
from tests.sources.odata.examples import record
from tests.sources.official.metadata_examples import (
    QUESTIONS,
    REPLY,
    metadata_list,
    owms_metadata,
)

_BATCH = 100
_FIRST_NUMBER = 1_000
_CASE = re.compile(r"[0-9]{4}Z[0-9]{5}")
_REPLY = re.compile(r"(ah-[te]k-[0-9]{8}-)[0-9]+")
_REPLY_NUMBER = re.compile(r'(aanhangselNummer"? ?(?:scheme="" content="|>))[0-9]+')

_NAMES = {"Indiener": "Inge Bos (I.)", "Medeindiener": "R. Vos", "Gericht aan": "I. Mos"}
_ACTORS = [
    {"Relatie": "Indiener", "ActorNaam": "I. Bos", "ActorFractie": "ABC"},
    {"Relatie": "Gericht aan", "ActorNaam": "I.W. Mos", "Functie": "minister van Water"},
]


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Change metadata, and see that no fact is lost.", faults)


def originals() -> list[str]:
    """Return the golden metadata, the examples in both forms, and the metadata in the corpus."""
    paths = sorted((ROOT / "tests" / "golden").glob("*metadata*/*.xml"))
    paths += sorted((CORPUS / "official").glob("*.metadata*.xml"))
    examples = [form(fields) for form in (metadata_list, owms_metadata) for fields in (REPLY,)]
    examples += [metadata_list(QUESTIONS), owms_metadata(QUESTIONS)]
    return [*examples, *(path.read_text(encoding="utf-8") for path in paths)]


def numbered_metadata(xml: str, number: int) -> str:
    """Return metadata with unique numbers, so that no other document belongs to the same case."""
    case = f"2031Z{number % 90_000:05}"
    xml = _REPLY.sub(rf"\g<1>{_FIRST_NUMBER + number}", _CASE.sub(case, xml))
    return _REPLY_NUMBER.sub(rf"\g<1>{_FIRST_NUMBER + number}", xml)


def faults(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Build and audit ``count`` mutants in batches, and yield a message for each fault."""
    texts = originals()
    for start in range(0, count, _BATCH):
        source, out = folder / str(start) / "in", folder / str(start) / "out"
        source.mkdir(parents=True)
        (source / "whole.xml").write_text(numbered_metadata(texts[0], count), encoding="utf-8")
        for number in range(start, min(count, start + _BATCH)):
            xml = numbered_metadata(draw.choice(texts), number).encode()
            (source / f"{number}.xml").write_bytes(metadata_mutant(xml, draw))
            _add_neighbours(source, number, draw)
        yield from batch_faults(source, out, counts)


def _add_neighbours(source: Path, number: int, draw: Random) -> None:
    """Write other documents of the same case, or none."""
    if draw.randrange(3) == 0:
        xml = numbered_metadata(draw.choice((metadata_list, owms_metadata))(QUESTIONS), number)
        (source / f"{number}-questions.xml").write_text(xml, encoding="utf-8")
    if draw.randrange(3) == 0:
        people = _NAMES if draw.randrange(2) else {"ZaakActor": _ACTORS}
        text = record(Nummer=f"2031Z{number % 90_000:05}", **people)
        (source / f"{number}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
