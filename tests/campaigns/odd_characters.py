"""A campaign that writes odd characters into documents, and uses the release in every way.

    python -m tests.campaigns.odd_characters 10 20261128

The arguments are the number of rounds and the seed. In each round, control characters, line
separators, marks of direction, and characters that no text should contain are written into the
texts and names of documents of every kind. After that, one document is changed, another is removed,
and both changes are undone. Each incremental build must be equal to a full build. The audit must
find no loss, and every command, table, page and feed must show the texts. The program prints one
line for each fault, followed by the counts. The exit status is 1 if there was a fault.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from kv2rdf.audit.matching.spans import MIN_BLOCK
from kv2rdf.audit.results import ResultKind
from kv2rdf.release import verify
from kv2rdf.release.files import ReleaseFiles
from tests.audit.sample_audits import GOLDEN, audit
from tests.campaigns.command import run_campaign
from tests.campaigns.uses_of_a_release import use_faults
from tests.conftest import build_quietly
from tests.release_digest import digest

IN_XML = (
    "\x7f\x85\x9b\u00a0\u00ad\u0301\u061c\u200b\u200f\u2028\u2029\u202e\u2066\u3000\ufdd0\ufe0f\ufeff"
    "\ue000\U0001fffe\U000e0041\U0001f600"
)
"""Characters that XML allows."""

NOT_IN_XML = "\x00\x01\x08\x0b\x0c\x1b\x1c\x1d\x1e\x1f\ufffe\uffff"
_HALF_CHARACTERS = ("\\ud800", "\\udc00", "\\u0000", "\\u000b", "\\uFFFF")
_RUNS = {
    ".xml": re.compile(r'(?<=>)[^<>]*\w[^<>]*(?=<)|(?<==")[^"<>]*\w[^"<>]*(?=")'),
    ".json": re.compile(r'(?<=: ")[^"\\]*(?=")'),
    ".txt": re.compile(r"\w[^\n]*"),
}
"""The texts of each kind of document."""

_PROSE = re.compile(r"\D*\w\D* \w+ \D*")
_DOCUMENTS = 9
_FAULTS = (ResultKind.LOSS, ResultKind.ADDITION, ResultKind.UNKNOWN_FIELD)


def odd_document(content: bytes, suffix: str, draw: Random) -> bytes:
    """Return a document with one to four odd characters in its texts.

    Nearly all of them are written into sentences, and are characters that the syntax allows.
    """
    text = content.decode()
    known = IN_XML if suffix == ".xml" and draw.random() < 0.95 else IN_XML + NOT_IN_XML
    characters = draw.sample(known, 2)
    for _ in range(draw.randint(1, 4)):
        runs = list(_RUNS[suffix].finditer(text))
        prose = [run for run in runs if _PROSE.fullmatch(run[0])]
        run = draw.choice(prose if prose and draw.random() < 0.95 else runs)
        place = draw.randint(run.start(), run.end())
        odd = draw.choice(characters)
        if suffix == ".json" and not odd.isprintable():
            odd = draw.choice((json.dumps(odd)[1:-1], *_HALF_CHARACTERS))
        text = text[:place] + odd + text[place:]
    return text.encode()


def odd_name(name: str, draw: Random) -> str:
    """Return the name of a file with an odd character in it."""
    place = draw.randrange(len(name) - len(Path(name).suffix))
    odd: str = draw.choice([*IN_XML, *NOT_IN_XML.replace("\0", ""), "\udcff", "\n"])
    return name[:place] + odd + name[place:]


def faults(count: int, draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Run ``count`` rounds. Yield a message for each fault."""
    for nth in range(count):
        seed = draw.getrandbits(32)
        for fault in _round_faults(Random(seed), folder / str(nth), counts):
            yield f"round {nth}, {seed}: {fault}"


def _round_faults(draw: Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    source, release = folder / "in", folder / "release"
    source.mkdir(parents=True)
    others = [path for path in GOLDEN if path.suffix != ".xml"]
    drawn = dict.fromkeys((*draw.sample(others, 3), *draw.sample(GOLDEN, _DOCUMENTS - 3)))
    for path in drawn:
        name = odd_name(path.name, draw) if draw.random() < 0.2 else path.name
        (source / name).write_bytes(odd_document(path.read_bytes(), path.suffix, draw))
    result = build_quietly(release, source)
    counts["published"] += result.documents_published
    counts["held back"] += len(result.held_back)
    first = digest(release)
    yield from _audit_faults(release, source)
    yield from (f"verify: {p}" for p in verify.release_problems(ReleaseFiles(release)))
    yield from use_faults(release, counts)
    changed, removed = draw.sample(sorted(source.iterdir()), 2)
    before = {path: path.read_bytes() for path in (changed, removed)}
    changed.write_bytes(odd_document(before[changed], changed.suffix, draw))
    removed.unlink()
    build_quietly(release, source)
    build_quietly(folder / "full", source)
    if digest(release) != digest(folder / "full"):
        yield "an incremental build differs from a full build"
    for path, content in before.items():
        path.write_bytes(content)
    build_quietly(release, source)
    if digest(release) != first:
        yield "a build differs after all changes were undone"
    counts["builds"] += 4


def _audit_faults(release: Path, source: Path) -> Iterator[str]:
    found = audit(release, source)
    if found.fates.unaccounted or found.fates.other_kind:
        yield f"audit: {found.fates}"
    for kind in _FAULTS:
        for result in found.results[kind]:
            if kind is ResultKind.UNKNOWN_FIELD or len(result.text) >= MIN_BLOCK:
                yield f"audit: {kind.value}: {result}"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Write odd characters into documents.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
