"""A patch asks that what it changes is what it thinks it is; else nothing is built upon it."""

import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.increments.ledger import Before, before
from kv2rdf.release import sparql_store
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.stored_members import Packed, Packing, Place, Shelf, blocks
from tests.conftest import ROOT, build_quietly

BASE = "https://w3id.org/kamervragen"
LINES = [
    f'<{BASE}/eli/nl/tk/zaak/{case}> <http://example.org/p> "{case}" <{BASE}/graph/{case}> .\n'
    for case in ("2004500001", "2004600001", "2022Z00001")
]
NEW = LINES[0].replace("2004500001", "1999100001")


def shelf(folder: Path) -> Shelf:
    nq, ttl = folder / dump.NQUADS, folder / dump.TURTLE
    places = dump.write(map(Packing(BASE), blocks(LINES, BASE)), nq, ttl, BASE).places
    assert len(places) == len(LINES)
    return Shelf(nq, ttl, places, BASE)


def packed(folder: Path, removed: list[str], added: list[str]) -> list[str | bytes]:
    """Give what a patch copies, by the key of the member, and what it packs anew."""
    members = shelf(folder).patched(removed, added)
    return [m.key if isinstance(m, Packed) else m for m in members]


def test_what_is_untouched_is_copied_and_the_order_is_that_of_the_lines(tmp_path: Path) -> None:
    first, second, third = packed(tmp_path, [], [])
    assert packed(tmp_path, [], [NEW]) == [NEW.encode(), first, second, third]
    assert packed(tmp_path, [LINES[1]], []) == [first, third]
    changed = LINES[2].replace('"2022Z00001"', '"other"')
    assert packed(tmp_path, [LINES[2]], [changed]) == [first, second, changed.encode()]


@pytest.mark.parametrize(
    ("removed", "added"), [([NEW], []), ([], [LINES[0]]), ([LINES[0].replace("500", "501")], [])]
)
def test_a_line_that_is_not_there_cannot_be_taken_away_nor_one_added_twice(
    tmp_path: Path, removed: list[str], added: list[str]
) -> None:
    with pytest.raises(ReleaseError, match="does not hold what it should"):
        packed(tmp_path, removed, added)


def test_a_triple_does_not_come_to_stand_in_two_graphs(tmp_path: Path) -> None:
    elsewhere = LINES[0].replace("/graph/2004500001", "/graph/2004500002")
    with pytest.raises(ReleaseError, match="two graphs"):
        packed(tmp_path, [], [elsewhere])


def test_a_member_that_is_not_what_was_written_is_refused(tmp_path: Path) -> None:
    shelf(tmp_path)
    wrong = [
        Place(key="/eli/nl/tk/zaak/2004500", first=LINES[0], nq_size=size, nq_sha256=bytes(32),
              ttl_size=1, ttl_sha256=bytes(32))
        for size in [len(Packing(BASE)(LINES[0].encode()).nq.packed)]
    ]  # fmt: skip
    damaged = Shelf(tmp_path / dump.NQUADS, tmp_path / dump.TURTLE, wrong, BASE)
    with pytest.raises(ReleaseError, match="is not what it was"):
        damaged.lines(wrong[0].key)


def test_the_store_is_patched_only_where_it_holds_what_it_should(
    seed_release: Path, tmp_path: Path
) -> None:
    old = seed_release.resolve() / "store"
    (line, *_) = dump.lines_of(seed_release / dump.NQUADS)
    with pytest.raises(ReleaseError, match="lacks a statement"):
        sparql_store.patch(old, tmp_path / "a", [NEW], [])
    with pytest.raises(ReleaseError, match="has a statement more"):
        sparql_store.patch(old, tmp_path / "b", [], [line])
    sparql_store.patch(old, tmp_path / "c", [line], [NEW])


def test_no_release_is_no_ground_and_no_reason(tmp_path: Path) -> None:
    assert before(None, {}) is None
    build_quietly(tmp_path / "release", ROOT / "seeds" / "kamervragen")
    release = (tmp_path / "release").resolve()
    assert isinstance(before(release, {}), Before)
    assert before(release, {"shapes/": "other", "seeds/": "other"}) == "shapes/ and seeds/ changed"
    shutil.rmtree(release / "state")
    assert before(release, {}) == "the release before cannot be built upon"
