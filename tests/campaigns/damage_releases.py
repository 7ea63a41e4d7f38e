"""A campaign that damages one file of a release at random, and then uses the release.

    python -m tests.campaigns.damage_releases 300 20261128

The arguments are the number of releases to damage and the seed. Queries and searches must return
the same result as before or an error, and every command must end without a traceback. One line
states how often each of these happened. The exit status is 1 if anything else happened.
"""

import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from click.testing import CliRunner, Result

from kv2rdf.cli import cli
from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly

SEED_FOLDER = ROOT / "seeds" / "kamervragen"
ALL_TRIPLES = "SELECT ?s ?p ?o { ?s ?p ?o } ORDER BY ?s ?p ?o"
GRAPHS = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
_TOP = ("*.json", "*.gz", "*.ttl", "*.txt", "*.sqlite", "store/*")


def _flip(content: bytes, draw: random.Random, count: int) -> bytes:
    changed = bytearray(content)
    for _ in range(count if changed else 0):
        changed[draw.randrange(len(changed))] ^= 1 << draw.randrange(8)
    return bytes(changed)


DAMAGES: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "emptied": lambda _content, _draw: b"",
    "cut": lambda content, draw: content[: draw.randrange(len(content) + 1)],
    "one bit": lambda content, draw: _flip(content, draw, 1),
    "30 bits": lambda content, draw: _flip(content, draw, 30),
    "zeros": lambda content, draw: content[: draw.randrange(len(content) + 1)].ljust(
        len(content), b"\0"
    ),
    "longer": lambda content, draw: content + draw.randbytes(50),
    "other JSON": lambda _content, draw: draw.choice([b"{}", b"[]", b"null", b"[" * 10_000]),
}


def answers(release: Path) -> dict[str, str | None]:
    """Return the output of each query and search, or None for a one-line error."""
    found = {}
    for words in (
        ("query", "--format", "csv", ALL_TRIPLES),
        ("query", "--format", "csv", GRAPHS),
        ("query", "--format", "csv", "--name", "text-contains", "--set", "words=doxing"),
        ("search", "--first", "100", "de*"),
    ):
        result = CliRunner().invoke(cli, [*words, "--release", str(release)])
        is_error = result.exit_code == 2 and result.stderr.count("\n") == 1
        found[words[-1]] = None if is_error else f"{result.stdout}{traceback_of(result)}"
    return found


def traceback_of(result: Result) -> str:
    """Return the unexpected exception that ended a command, or "" if there is none."""
    is_expected = result.exception is None or isinstance(result.exception, SystemExit)
    return "" if is_expected else repr(result.exception)


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Damage ``count`` files. Count the outcomes, and yield a message for each wrong one."""
    build_quietly(folder / "link", SEED_FOLDER)
    good, release = (folder / "link").resolve(), folder / "damaged"
    expected = answers(good)
    for _ in range(count):
        shutil.copytree(good, release, copy_function=shutil.copy2)
        path = draw.choice(sorted(path for pattern in _TOP for path in release.glob(pattern)))
        damage = draw.choice(sorted(DAMAGES))
        path.write_bytes(DAMAGES[damage](path.read_bytes(), draw))
        place = f"{path.relative_to(release)} {damage}"
        for name, answer in answers(release).items():
            counts["error" if answer is None else "answer"] += 1
            if answer not in {None, expected[name]}:
                yield f"{place}: {name}: another answer, that ends in {str(answer)[-200:]}"
        for words in (
            ("verify", str(release)),
            ("tables", str(release), "--output", str(folder / "tables")),
            ("audit", str(release), str(SEED_FOLDER), "-o", str(folder / "audit.json")),
        ):
            result = CliRunner().invoke(cli, words)
            counts[f"{words[0]}: status {result.exit_code}"] += 1
            if error := traceback_of(result):
                yield f"{place}: {words[0]}: {error}"
        shutil.rmtree(release)


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if any damage had another effect, or 0 otherwise."""
    return run_campaign(arguments, "Damage one file of a release, and use the release.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
