"""A patch fails unless the previous release contains exactly what it expects."""

import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.increments.ledger import PreviousRelease, reusable_release
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.key_ranges import range_blocks
from kv2rdf.release.dumps.packing import MemberSpan, PackedRange, RangePacker
from kv2rdf.release.dumps.stored_members import StoredMembers
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT, build_quietly

BASE = "https://w3id.org/kamervragen"
LINES = [
    f'<{BASE}/eli/nl/tk/zaak/{case}> <http://example.org/p> "{case}" <{BASE}/graph/{case}> .\n'
    for case in ("2004500001", "2004600001", "2022Z00001")
]
NEW = LINES[0].replace("2004500001", "1999100001")


def stored_members(folder: Path) -> StoredMembers:
    nq, ttl = ReleaseFiles(folder).nquads, ReleaseFiles(folder).turtle
    blocks = range_blocks(map(str.encode, LINES), BASE)
    spans = dump.write_dumps(RangePacker(BASE)(blocks), nq, ttl, BASE).spans
    assert len(spans) == len(LINES)
    return StoredMembers(nq, ttl, spans, BASE)


def patched(folder: Path, removed: list[str], added: list[str]) -> list[str | bytes]:
    """Return the key of each copied range of a patched dump, or its lines if it changed."""
    members = stored_members(folder).patched_ranges(removed, added)
    return [m.key if isinstance(m, PackedRange) else m for m in members]


def test_unchanged_ranges_are_copied_and_all_are_in_order(tmp_path: Path) -> None:
    first, second, third = patched(tmp_path, [], [])
    assert patched(tmp_path, [], [NEW]) == [NEW.encode(), first, second, third]
    assert patched(tmp_path, [LINES[1]], []) == [first, third]
    changed = LINES[2].replace('"2022Z00001"', '"other"')
    assert patched(tmp_path, [LINES[2]], [changed]) == [first, second, changed.encode()]


@pytest.mark.parametrize(
    ("removed", "added"), [([NEW], []), ([], [LINES[0]]), ([LINES[0].replace("500", "501")], [])]
)
def test_a_missing_line_cannot_be_removed_nor_a_present_line_added(
    tmp_path: Path, removed: list[str], added: list[str]
) -> None:
    with pytest.raises(ReleaseError, match="do not match its state"):
        patched(tmp_path, removed, added)


def test_a_patch_cannot_put_one_triple_in_two_graphs(tmp_path: Path) -> None:
    elsewhere = LINES[0].replace("/graph/2004500001", "/graph/2004500002")
    with pytest.raises(ReleaseError, match="two graphs"):
        patched(tmp_path, [], [elsewhere])


OTHER_LINE_ENDS = "\v\f\x1c\x1d\x1e\x85\u2028\u2029"


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    text = LINES[0].replace('"2004500001"', f'"a{OTHER_LINE_ENDS}b"')
    assert len(text.splitlines()) == 9
    other = text.replace("/p>", "/q>")
    files = ReleaseFiles(tmp_path)
    blocks = range_blocks(map(str.encode, [text, other, *LINES[1:]]), BASE)
    written = dump.write_dumps(RangePacker(BASE)(blocks), files.nquads, files.turtle, BASE)
    members = StoredMembers(files.nquads, files.turtle, written.spans, BASE)
    assert members.lines(written.spans[0].key) == {text, other}
    changed, *_ = members.patched_ranges([other], [])
    assert changed == text.encode()


def test_a_changed_member_is_refused(tmp_path: Path) -> None:
    stored_members(tmp_path)
    size = len(RangePacker(BASE).pack(LINES[0].encode()).nq.compressed)
    wrong = MemberSpan(
        key="/eli/nl/tk/zaak/2004500",
        first_line=LINES[0],
        nq_size=size,
        nq_sha256=bytes(32),
        ttl_size=1,
        ttl_sha256=bytes(32),
    )
    damaged = StoredMembers(
        ReleaseFiles(tmp_path).nquads, ReleaseFiles(tmp_path).turtle, [wrong], BASE
    )
    with pytest.raises(ReleaseError, match="do not match its state"):
        damaged.lines(wrong.key)


def test_a_release_is_reused_only_with_its_state_and_the_same_inputs(tmp_path: Path) -> None:
    assert reusable_release(None, {}) is None
    build_quietly(tmp_path / "release", ROOT / "seeds" / "kamervragen")
    release = (tmp_path / "release").resolve()
    assert isinstance(reusable_release(ReleaseFiles(release), {}), PreviousRelease)
    assert (
        reusable_release(ReleaseFiles(release), {"shapes/": "other", "ontology/": "other"})
        == "shapes/ and ontology/ changed"
    )
    shutil.rmtree(release / "state")
    assert reusable_release(ReleaseFiles(release), {}) == (
        "the previous release has no file state/ledger.json"
    )
