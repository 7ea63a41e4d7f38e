"""A campaign that changes records of cases at random, builds releases of them, and audits each.

    python -m tests.campaigns.mutated_records 2000 20261129

The arguments are the number of mutants and the seed. Every release is built and audited by the
command line, from JSON Lines, a page or an array. The campaign prints the counts, and exits with 1
if a command ends in a traceback, if a value is lost or added, or if a record is unaccounted for.
"""

import json
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from tests.campaigns.command import run_campaign
from tests.campaigns.record_mutators import mutated_record
from tests.sources.odata.examples import FIELDS

_BATCH = 250
_FAULTS = ("losses", "additions", "added_facts", "unknown_fields", "missing_facts")
_NAMES = {"Indiener": "Inge Bos (I.)", "Medeindiener": "R. Vos, A. Linde", "Gericht aan": "I. Mos"}


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Change records at random and audit them.", _rounds)


def _rounds(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    for start in range(0, count, _BATCH):
        size = min(_BATCH, count - start)
        records = [
            mutated_record({**FIELDS, **_NAMES, "Nummer": f"2031Z{number:05}"}, draw)
            for number in range(start + 1, start + size + 1)
        ]
        place = folder / str(start)
        place.mkdir()
        # A broken record makes a page or an array unreadable, so these have fewer records.
        (place / "lines.jsonl").write_bytes(b"\n".join(records[10:]))
        (place / "page.json").write_bytes(b'{"value": [' + b", ".join(records[:5]) + b"]}")
        (place / "array.json").write_bytes(b"[" + b",".join(records[5:10]) + b"]")
        yield from _faults(place, counts)


def _faults(place: Path, counts: Counter[str]) -> Iterator[str]:
    """Build and audit a batch, and yield a message for each fault."""
    out = place / "out"
    inputs = sorted(map(str, place.glob("*.json*")))
    command = [sys.executable, "-m", "kv2rdf", "build", *inputs, "--out", str(out)]
    process = subprocess.run(
        [*command, "--workers", "1", "--audit"], capture_output=True, text=True, check=False
    )
    if "Traceback" in process.stderr or not (out / "audit.json").exists():
        yield f"traceback or no audit: {process.stderr[-1500:]}"
        return
    audit = json.loads((out / "audit.json").read_text(encoding="utf-8"))
    documents = audit["documents"]
    for kind in ("audited", "held_back", "not_read", "other_kind", "inputs"):
        counts[kind.replace("_", " ")] += documents[kind]
    if documents["other_kind"]:
        yield f"{documents['other_kind']} records that the audit cannot read"
    yield from (f"unaccounted: {name}" for name in documents["unaccounted"])
    for fault in _FAULTS:
        for row in audit[fault]:
            yield f"{fault}: {row['subject']}: {row['location']}: {row['text'][:80]}"
    expected = 1 if documents["held_back"] else 0
    if process.returncode != expected:
        yield f"status {process.returncode}, not {expected}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
