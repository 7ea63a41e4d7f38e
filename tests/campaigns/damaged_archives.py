"""A campaign that truncates archives and flips bits in them, and checks that no document is lost.

    python -m tests.campaigns.damaged_archives 200 20261128
    python -m tests.campaigns.damaged_archives 20 20261128 --command
    python -m tests.campaigns.damaged_archives 10000 20261128 --mutants

For each kind of archive, with 30 documents, COUNT copies are truncated at a random position, and in
COUNT copies a random bit is flipped. With ``--mutants``, COUNT archives are damaged at several
positions that matter to their structure. With ``--command``, each archive is built and audited by
the command line, together with a good document. The exit status is 1 if the reader or the audit
loses a document without a message, if they disagree, or if an exception is not caught.
"""

import argparse
import gzip
import json
import random
import shutil
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from click.testing import CliRunner

from kv2rdf.cli import cli
from tests.campaigns.archive_mutants import mutant
from tests.campaigns.archive_outcomes import archive_outcomes
from tests.packed_archives import KINDS, documents, packed

DOCUMENTS = documents(30)


def cut_off(content: bytes, chance: random.Random) -> bytes:
    """Return the beginning of an archive, up to a random position."""
    return content[: chance.randrange(len(content))]


def with_a_flipped_bit(content: bytes, chance: random.Random) -> bytes:
    """Return an archive in which one random bit is flipped."""
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ 1 << chance.randrange(8)]) + content[at + 1 :]


def damage_faults(kind: str, content: bytes, folder: Path) -> Iterator[str]:
    """Yield the documents of a damaged archive that are lost."""
    path = folder / f"archive{kind}"
    path.write_bytes(content)
    outcomes = archive_outcomes(path)
    yield from outcomes.losses(DOCUMENTS)
    yield from outcomes.disagreements()
    if kind != ".tar":  # A tar contains no checksum of the bytes of a document.
        yield from outcomes.changes(DOCUMENTS)


def command_faults(kind: str, content: bytes, folder: Path) -> Iterator[str]:
    """Yield what is reported wrongly or not at all by an audited release of a damaged archive."""
    path, out = folder / f"archive{kind}", folder / "release"
    path.write_bytes(content)
    (folder / "good.xml").write_bytes(documents(31)["KVR31.xml"])
    shutil.rmtree(folder / "release.d", ignore_errors=True)
    out.unlink(missing_ok=True)
    words = ["build", str(path), str(folder / "good.xml"), "--out", str(out), "--audit"]
    result = CliRunner().invoke(cli, [*words, "--workers", "1"])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        yield "exception: " + "".join(traceback.format_exception(result.exception))
        return
    report = json.loads((out / "report.json").read_text())
    audit = json.loads((out / "audit.json").read_text())["documents"]
    held = [row["document"] for row in report["held_back"]]
    dump = gzip.decompress((out / "kamervragen.nq.gz").read_bytes()).decode()
    is_archive_held = any(id_.startswith(path.name) for id_ in held)
    for name in DOCUMENTS:
        if f'"{name}' not in dump and name not in held and not is_archive_held:
            yield f"the release says nothing of {name}"
    if audit["unaccounted"]:
        yield f"the audit does not find {audit['unaccounted']}"
    if result.exit_code != (1 if held else 0):
        yield f"the exit status is {result.exit_code}, although {len(held)} are held back"


def mutant_faults(kind: str, content: bytes, folder: Path) -> Iterator[str]:
    """Yield the disagreements between the reader and the audit on a mutant."""
    path = folder / f"archive{kind}"
    path.write_bytes(content)
    yield from archive_outcomes(path).disagreements()


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault."""
    options = _options(arguments)
    chance = random.Random(options.seed)
    counts = Counter[str]()
    with tempfile.TemporaryDirectory(prefix="archives-") as folder:
        for name, kind, content in _archives(options.count, chance, are_mutants=options.mutants):
            find = mutant_faults if options.mutants else damage_faults
            find = command_faults if options.command else find
            try:
                faults = sorted(set(find(kind, content, Path(folder))))
            except Exception:
                faults = [f"exception: {traceback.format_exc()}"]
            counts[f"{kind} {name}"] += 1
            counts["faults"] += bool(faults)
            for fault in faults[:3]:
                number = counts[f"{kind} {name}"]
                sys.stdout.write(f"{kind} {name} {number}: {fault}\n")
            if faults and options.keep:
                Path(options.keep, f"{counts['faults']}{kind}").write_bytes(content)
    counts["faults"] += 0
    sys.stdout.write(f"seed {options.seed}: {dict(sorted(counts.items()))}\n")
    return int(counts["faults"] > 0)


def _archives(
    count: int, chance: random.Random, *, are_mutants: bool
) -> Iterator[tuple[str, str, bytes]]:
    """Yield damaged archives, each with the name of the damage and the kind of the archive."""
    if are_mutants:
        for number in range(count):
            kind = KINDS[number % len(KINDS)] if number % 2 else chance.choice((".tar", ".zip"))
            yield "mutant", kind, mutant(kind, chance)
        return
    for kind in KINDS:
        whole = packed(kind, DOCUMENTS)
        for _ in range(count):
            yield "cut off", kind, cut_off(whole, chance)
        for _ in range(count):
            yield "bit flipped", kind, with_a_flipped_bit(whole, chance)


def _options(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.damaged_archives")
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--mutants", action="store_true", help="damage the structure")
    parser.add_argument("--command", action="store_true", help="build and audit with the command")
    parser.add_argument("--keep", help="a folder for the archives with a fault")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
