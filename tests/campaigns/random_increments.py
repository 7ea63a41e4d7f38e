"""A campaign that changes documents and rows of seeds/ at random, and rebuilds each release.

    python -m tests.campaigns.random_increments 40 20261128

The arguments are the number of sequences and the seed. In each step of a sequence, some documents
are added, changed, broken, renamed, copied or removed, or a row of seeds/ is changed. The
incremental build must be equal to a full build: byte for byte in what is published, and in content
in the papers, the ledger, the store and the text index. The program prints one line for each fault,
followed by the counts. The exit status is 1 if there was a fault.
"""

import csv
import json
import random
import shutil
import sqlite3
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

import pyoxigraph as ox

from kv2rdf.reference import shipped_folders
from kv2rdf.release import verify
from kv2rdf.release.files import ReleaseFiles
from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly
from tests.kvr_document import document, items
from tests.release.test_case_index import known_things
from tests.release_digest import digest
from tests.seed_pages import page_numbered

_STEPS = 3
_FIRST_DOCUMENTS = 10
_GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))
_WORDS = ("gemeenten", "vragen", "burgemeester", "sociale", "kamer")


@dataclass
class ChangingInput:
    """Documents and seeds that change, and the releases that are built from them."""

    folder: Path
    draw: random.Random
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def source(self) -> Path:
        """The folder of the documents."""
        return self.folder / "in"

    def change(self) -> str:
        """Make a change, and return its name."""
        kinds: dict[str, Callable[[], object]] = {
            "add": self.add,
            "change": self.change_words,
            "break": lambda: self.some_document().write_text("<kvr>"),
            "rename": lambda: self.some_document().rename(self.source / self._new_name()),
            "copy": lambda: shutil.copy(self.some_document(), self.source / self._new_name()),
            "remove": lambda: self.some_document().unlink(),
            "seeds": self.change_seeds,
        }
        name = self.draw.choice(sorted(kinds))
        if len(list(self.source.iterdir())) < 4:
            name = "add"
        kinds[name]()
        self.counts[name] += 1
        return name

    def add(self) -> None:
        """Add a page, a paper with a number that others refer to, or a golden document."""
        number = self.draw.randrange(1, 60)
        refers = f"Zie ook Aanhangsel Handelingen nr. {self.draw.randrange(1, 60)}"
        vindplaats = f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer"
        record = items(Vindplaats=vindplaats, Vraagnr_bij_indiening=None)
        golden = self.draw.choice(_GOLDEN)
        text = self.draw.choice(
            [
                page_numbered(number).replace("sociale media", "so\u2028ciale\u0085media", 1),
                document(record=record, reply_day=f"23 februari 2005), {refers}"),
                golden.read_text(encoding="utf-8"),
            ]
        )
        (self.source / self._new_name()).write_text(text, encoding="utf-8")

    def change_words(self) -> None:
        """Change a word of a document wherever it occurs."""
        path = self.some_document()
        old, new = self.draw.sample(_WORDS, 2)
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def change_seeds(self) -> None:
        """Remove or change a row of a table of seeds/ to which no other row refers."""
        path = self.folder / "seeds" / "authority" / "persons.csv"
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        row = self.draw.randrange(1, len(rows))
        rows[row][rows[0].index("wikidata_qid")] = f"Q{self.draw.randrange(10**8, 10**9)}"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)

    def some_document(self) -> Path:
        """Return one of the documents."""
        return self.draw.choice(sorted(self.source.iterdir()))

    def _new_name(self) -> str:
        return f"{self.draw.randrange(10**6)}.xml"

    def faults(self) -> Iterator[str]:
        """Build incrementally and in full, and yield the differences."""
        full = self.folder / "full"
        full.unlink(missing_ok=True)
        shutil.rmtree(self.folder / "full.d", ignore_errors=True)
        result = build_quietly(self.folder / "release", self.source)
        build_quietly(full, self.source)
        if result.full_build_reason:
            yield f"a full build: {result.full_build_reason}"
        self.counts["clusters built"] += result.clusters_built
        self.counts["clusters kept"] += result.clusters - result.clusters_built
        if digest(self.folder / "release") != digest(full):
            yield "published files differ"
        for name, content in _CONTENTS.items():
            patched, whole = (ReleaseFiles(self.folder / n) for n in ("release", "full"))
            if content(patched) != content(whole):
                yield f"the {name} differs"
        yield from verify.release_problems(ReleaseFiles(self.folder / "release"))


def _rows(path: Path, query: str) -> list[Any]:
    with closing(sqlite3.connect(path)) as database:
        return sorted(database.execute(query))


def _ledger(files: ReleaseFiles) -> dict[str, Any]:
    """Return the ledger of a release, except how often its store was patched."""
    ledger: dict[str, Any] = json.loads(files.ledger.read_bytes())
    return ledger | {"store_patches": None}


_CONTENTS: dict[str, Callable[[ReleaseFiles], Any]] = {
    "spool": lambda files: _rows(files.spool, "SELECT * FROM document"),
    "ledger": _ledger,
    "store": lambda files: set(ox.Store.read_only(str(files.store.resolve()))),
    "index": lambda files: _rows(files.text_index, "SELECT * FROM text"),
    "index of cases": lambda files: known_things(files.text_index),
}


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Run ``count`` sequences. Yield a message for each fault."""
    for number in range(count):
        own = folder / str(number)
        (own / "in").mkdir(parents=True)
        shutil.copytree(ROOT / "seeds", own / "seeds")
        with mock.patch.object(shipped_folders, "folder", _folders(own)):
            for fault in _run(ChangingInput(own, draw, counts)):
                yield f"sequence {number}: {fault}"
        shutil.rmtree(own)


def _folders(folder: Path) -> Callable[[str], Path]:
    shipped = shipped_folders.folder
    return lambda name: folder / "seeds" if name == "seeds" else shipped(name)


def _run(sequence: ChangingInput) -> Iterator[str]:
    """Yield the faults of a sequence, each with the changes that were made before it."""
    for _ in range(_FIRST_DOCUMENTS):
        sequence.add()
    build_quietly(sequence.folder / "release", sequence.source)
    made = []
    for _ in range(_STEPS):
        made += [sequence.change() for _ in range(sequence.draw.randrange(1, 4))]
        sequence.counts["steps"] += 1
        for fault in sequence.faults():
            yield f"{fault}, after {' '.join(made)}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Compare random increments with full builds.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
