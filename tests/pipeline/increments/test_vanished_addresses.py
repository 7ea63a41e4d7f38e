"""A build over an older release lists the stable addresses that no longer exist."""

import gzip
import json
import os
import re
from pathlib import Path

import pytest

from kv2rdf.pipeline.increments.seed_changes import SeedChanges
from kv2rdf.pipeline.increments.vanished_addresses import (
    vanished_addresses,
    vanished_from_dump,
    vanished_from_register,
)
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import DCT, HOME, RDF
from kv2rdf.release.files import ReleaseFiles
from tests.cli.commands import run
from tests.conftest import build_quietly
from tests.seed_pages import page_numbered

CASE, OTHER = f"{HOME}/eli/nl/tk/zaak/2022Z00001", f"{HOME}/eli/nl/tk/zaak/2022Z00002"
PAPER = f"{HOME}/eli/nl/tk/kv/2022Z00001"


def lines(*subjects: str, replaced: dict[str, str] | None = None) -> list[bytes]:
    """Return sorted N-Quads, in blocks of three lines."""
    pairs = [(subject, f"<{RDF.type}> <{HOME}/x>") for subject in subjects]
    pairs += [(old, f"<{DCT.isReplacedBy}> <{new}>") for old, new in (replaced or {}).items()]
    pairs += [(subject, f'<{DCT.title}> " <{DCT.isReplacedBy}> "') for subject in subjects]
    quads = sorted(f"<{subject}> {rest} <{HOME}/graph/x> .\n".encode() for subject, rest in pairs)
    return [b"".join(quads[n : n + 3]) for n in range(0, len(quads), 3)]


def vanished(old: tuple[str, ...], new: tuple[str, ...] = (), **replaced: str) -> tuple[str, ...]:
    aliases = {{"case": CASE, "paper": PAPER}[name]: to for name, to in replaced.items()}
    return vanished_addresses(lines(*old), lines(*new, replaced=aliases), HOME)


def test_a_stable_address_that_only_the_old_release_has_is_listed() -> None:
    tabled, question = f"{CASE}#indiening", f"{PAPER}/vraag/1"
    all_ = (CASE, tabled, OTHER, PAPER, question)
    assert vanished(all_, all_) == ()
    assert vanished(all_, (OTHER, PAPER)) == (question, CASE, tabled)
    assert vanished(all_) == (PAPER, question, CASE, tabled, OTHER)
    assert vanished((CASE,), all_) == ()


def test_an_unstable_address_and_one_below_another_base_are_not_listed() -> None:
    unstable = (f"{CASE}#indiener-Kade~~ABC", f"{PAPER}/noot/1-KVR1", f"{HOME}/bron/a.xml")
    assert vanished((*unstable, CASE.replace("w3id.org", "example.org"), CASE)) == (CASE,)


def test_an_address_with_an_alias_and_what_is_below_it_are_not_listed() -> None:
    graph = f"{HOME}/graph/2022Z00001"
    old = (CASE, f"{CASE}#indiening", PAPER, f"{PAPER}/vraag/1", graph)
    assert vanished(old, (OTHER,), case=OTHER) == (PAPER, f"{PAPER}/vraag/1")
    assert vanished(old, (OTHER,), case=OTHER, paper=OTHER) == ()
    assert vanished_addresses(lines(*old), lines(OTHER), HOME, [CASE, PAPER]) == ()


def test_a_row_that_seeds_no_longer_has_is_listed_unless_it_has_moved() -> None:
    party, form = Iri(f"{HOME}/id/partij/abc"), Iri(f"{HOME}/id/naamvorm/A~~B~~tk")
    changes = SeedChanges(old_triples=tuple((s, RDF.type, DCT.title) for s in (party, form)))
    assert vanished_from_register(changes, HOME, []) == (party,)
    assert vanished_from_register(changes, HOME, [party]) == ()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of three cases, and its input."""
    folder = tmp_path_factory.mktemp("vanished")
    (folder / "in").mkdir()
    for number in (1, 2, 3):
        page = folder / "in" / f"2022Z0000{number}.txt"
        page.write_text(page_numbered(number), encoding="utf-8")
    assert build_quietly(folder / "release", folder / "in").vanished_addresses == ()
    return folder


@pytest.mark.long
def test_a_build_lists_what_a_removed_document_leaves_and_nothing_else(folder: Path) -> None:
    page = folder / "in" / "2022Z00003.txt"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("Inge van Dijk", "Inge van Dal"), encoding="utf-8")
    (folder / "in" / "2022Z00001.txt").unlink()
    ended = run("build", folder / "in", "--out", folder / "release", "--workers", "1")
    assert (ended.exit_code, "1 case built" in ended.stderr) == (0, True)
    found = json.loads((folder / "release" / "run.json").read_text())["vanished addresses"]
    assert {CASE, f"{CASE}#indiening", PAPER, f"{PAPER}/vraag/1", f"{PAPER}/nld"} <= set(found)
    assert f"{HOME}/graph/2022Z00001" in found
    assert not any(part in address for address in found for part in ("Z00003", "indiener", "bron"))
    assert f"stable addresses that vanished without an alias: {len(found)} (see " in ended.stderr

    (folder / "in" / "2022Z00002.txt").unlink()
    (folder / "release" / "state" / "ledger.json").unlink()
    full = build_quietly(folder / "release", folder / "in")
    assert full.full_build_reason is not None
    listed = set(full.vanished_addresses)
    before = json.loads((folder / "release" / "run.json").read_text())["addresses gone before"]
    assert before == sorted(found)
    # No paper refers to this person any more.
    person = {
        address for address in listed if "/persoon/" in address or "/lidmaatschap/" in address
    }
    assert f"{HOME}/id/persoon/dijk-i-1975" in person
    assert listed - person == {
        re.sub(r"2022([-/])1\b", r"2022\g<1>2", address.replace("Z00001", "Z00002"))
        for address in found
    }


def replace_dump(path: Path, content: bytes | None) -> None:
    """Write a dump, or a pipe in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if content is None:
        os.mkfifo(path)
    else:
        path.write_bytes(content)


DAMAGED: dict[str, bytes | None] = {
    "a pipe": None,
    "empty": b"",
    "not packed": b"no gzip",
    "cut off": gzip.compress(b"<a> <b> <c> .\n")[:-9],
    "not UTF-8": gzip.compress(b"<\xff> x\n"),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_nothing_is_listed_if_the_old_dump_is_damaged(
    content: bytes | None, tmp_path: Path
) -> None:
    old, new = ReleaseFiles(tmp_path / "old"), ReleaseFiles(tmp_path / "new")
    replace_dump(old.nquads, content)
    replace_dump(new.nquads, gzip.compress(b""))
    assert vanished_from_dump(old, new, HOME) == ()
