"""A campaign that changes real documents at random, builds releases of them, and audits each.

    python -m tests.campaigns.mutated_documents 5000 20261128

The arguments are the number of mutants and the seed. Every release is built and audited by the
command line. The campaign prints the counts, and exits with 1 if a command ends in a traceback, if
words are lost or added, or if a document is unaccounted for.
"""

import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from lxml import etree

from kv2rdf.sources.input import archives
from tests.campaigns.document_mutators import NUMBER_OF_MUTATORS, mutant
from tests.requirements import CORPUS

BATCH = 500
_FAULTS = ("losses", "additions", "added_facts", "unknown_fields")
_SHOWN = 5


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    count, seed = map(int, arguments)
    sys.stdout.write(f"seed {seed}: {count} mutants by {NUMBER_OF_MUTATORS} mutators\n")
    documents = dict(_documents(max(2, count)))
    totals: Counter[str] = Counter()
    for number, start in enumerate(range(0, count, BATCH)):
        chance = Random(f"{seed} {number}")
        with tempfile.TemporaryDirectory(prefix="mutated-") as folder:
            size = min(BATCH, count - start)
            totals += _run_batch(Path(folder), documents, size, chance)
        sys.stdout.write(f"{start + size} mutants: {dict(sorted(totals.items()))}\n")
        sys.stdout.flush()
    return int(any(totals[fault] for fault in (*_FAULTS, "tracebacks", "unaccounted")))


def _documents(number: int) -> Iterator[tuple[str, bytes]]:
    """Yield KVR documents that are spread over the archive."""
    files = [
        (file.name, file.content)
        for file in archives.read_files([CORPUS / "kvr-xml.tar.xz"])
        if file.name.endswith(".xml")
    ]
    for name, content in sorted(files)[:: max(1, len(files) // number)]:
        try:
            root = etree.fromstring(content)
        except etree.XMLSyntaxError:
            continue
        if root.tag == "kvr":
            yield name, content


def _run_batch(
    folder: Path, documents: dict[str, bytes], size: int, chance: Random
) -> Counter[str]:
    """Build and audit one batch of mutants, and return the counts."""
    inputs, out = folder / "in", folder / "out"
    inputs.mkdir()
    names = sorted(documents)
    for name in chance.sample(names, min(size, len(names))):
        other = documents[chance.choice(names)]
        (inputs / name).write_bytes(mutant(documents[name], other, chance))
    command = [sys.executable, "-m", "kv2rdf", "build", str(inputs), "--out", str(out)]
    command += ["--workers", "1", "--audit"]
    process = subprocess.run(command, capture_output=True, text=True, check=False)
    counts = Counter(tracebacks=process.stderr.count("Traceback"))
    counts["mutants"] = len(list(inputs.iterdir()))
    audit_file = out / "audit.json"
    if not audit_file.exists():
        sys.stdout.write(process.stderr[-2000:])
        counts["tracebacks"] += 1
        return counts
    audit = json.loads(audit_file.read_text(encoding="utf-8"))
    for kind in ("audited", "held_back", "not_read", "other_kind"):
        counts[kind] += audit["documents"][kind]
    counts["unaccounted"] += len(audit["documents"]["unaccounted"])
    counts["characters"] += audit["prose"]["characters"]
    for fault in (*_FAULTS, "missing_facts"):
        counts[fault] += len(audit[fault])
        if fault in _FAULTS:
            for row in audit[fault][:_SHOWN]:
                text = row["text"][:80]
                sys.stdout.write(f"{fault}: {row['subject']}: {row['location']}: {text}\n")
    return counts


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
