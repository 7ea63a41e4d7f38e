"""A campaign that changes official papers at random, builds releases of them, and audits each.

    python -m tests.campaigns.mutated_official 5000 20261129

The arguments are the number of mutants and the seed. Each paper must be held back, or exactly its
words must be published. Any other paper is printed, and the exit status is then 1.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

from tests.campaigns.audited_batch import batch_faults
from tests.campaigns.command import run_campaign
from tests.campaigns.official_mutators import official_mutant
from tests.conftest import ROOT
from tests.requirements import CORPUS

_BATCH = 100
_FIRST_DAY = date(2000, 1, 1)
_DAY = re.compile(r'<datum isodatum="[0-9-]+">[^<]*</datum>\)')
_OLD_DAY = re.compile(r"\((Ingezonden|Ontvangen) [^()]*\)")
_ANNOUNCED_DAY = re.compile(r"op \d+ \w+ \d{4} medegedeeld")
_STATED = re.compile(r'(vraagnummer" scheme="" content=")(\w+)')
_NUMBER = re.compile(r"<(kamervraagnummer|vraagnummer)>((?:[0-9]{4}Z)?[0-9]+)<")
_POINTER = re.compile(r"(ah-tk-[0-9]{8}-)[0-9]+")
_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
    "oktober", "november", "december",
)  # fmt: skip


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Change official papers, and see that no text is lost.", faults)


def originals() -> list[str]:
    """Return the golden official papers, and the paper in the corpus if there is one."""
    paths = sorted((ROOT / "tests" / "golden").glob("an-official-*/*.xml"))
    paths += sorted((CORPUS / "official").glob("ah-tk-20202021-3235.xml"))
    return [path.read_text(encoding="utf-8") for path in paths]


def numbered_paper(paper: str, number: int) -> str:
    """Return a paper with a unique number and dates, so that it is alone in its case."""
    day = _FIRST_DAY + timedelta(days=number)
    printed = f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    paper = _DAY.sub(f'<datum isodatum="{day}">{printed}</datum>)', paper)
    paper = _OLD_DAY.sub(rf"(\1 {printed})", paper)
    paper = _ANNOUNCED_DAY.sub(rf"op {printed} medegedeeld", paper)
    paper = _STATED.sub(lambda found: found[1] + _number(found[2], number), paper)
    paper = _POINTER.sub(rf"\g<1>{number + 1}", paper)
    return _NUMBER.sub(lambda found: f"<{found[1]}>{_number(found[2], number)}<", paper)


def _number(printed: str, number: int) -> str:
    """Return a number like a printed one: of a case (by year or by session) or of a paper."""
    if "Z" in printed:
        return f"{2000 + number // 90_000}Z{number % 90_000:05}"
    firsts = {10: 2_293_000_000, 9: 230_000_000}
    first = firsts.get(len(printed))
    return str(number + 1) if first is None else str(first + 10 * number)


def faults(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Build and audit ``count`` mutants in batches, and yield a message for each fault."""
    papers = originals()
    for start in range(0, count, _BATCH):
        source, out = folder / str(start) / "in", folder / str(start) / "out"
        source.mkdir(parents=True)
        numbers = range(start, min(count, start + _BATCH))
        (source / "whole.xml").write_text(numbered_paper(papers[0], count), encoding="utf-8")
        for number in numbers:
            paper = numbered_paper(draw.choice(papers), number).encode()
            (source / f"{number}.xml").write_bytes(official_mutant(paper, draw))
        yield from batch_faults(source, out, counts)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
