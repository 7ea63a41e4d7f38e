"""Kinds of damage to a release, each caused by a function that takes the folder."""

import json
import os
import random
import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

Damage = Callable[[Path], object]


def flip_bits(path: Path, count: int = 1, first: int = 0, last: int | None = None) -> None:
    """Flip bits of a file, at places that are the same in every run."""
    content = bytearray(path.read_bytes())
    places = range(first, len(content) if last is None else last)
    for place in random.Random(count).sample(places, min(count, len(places))):
        content[place] ^= 1
    write(path, bytes(content))


def write(path: Path, content: bytes) -> None:
    """Write a file with the modification time of the old one, as after a fault of the disk."""
    status = path.stat()
    path.write_bytes(content)
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def cut(path: Path, share: float = 0.5) -> None:
    write(path, path.read_bytes()[: int(path.stat().st_size * share)])


def swap(one: Path, other: Path) -> None:
    contents = one.read_bytes(), other.read_bytes()
    write(one, contents[1])
    write(other, contents[0])


def run_sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as database:
        for statement in statements:
            database.execute(statement)


def edit_json(path: Path, change: Callable[[Any], object]) -> None:
    content = json.loads(path.read_bytes())
    change(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def replace_by_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def replace_by_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def replace_by_link(path: Path) -> None:
    path.unlink()
    path.symlink_to("/nowhere/at/all")


def replace_folder_by_file(path: Path) -> None:
    shutil.rmtree(path)
    path.write_text("a file")


def empty_folder(path: Path) -> None:
    shutil.rmtree(path)
    path.mkdir()


def each(pattern: str, damage: Damage) -> Damage:
    """Return a damage to every file below a release whose path matches a pattern."""

    def damage_each(release: Path) -> None:
        paths = sorted(release.glob(pattern))
        assert paths
        for path in paths:
            damage(path)

    return damage_each


def at(name: str, damage: Damage) -> Damage:
    """Return a damage to the first file or folder below a release whose path matches a pattern."""
    return lambda release: damage(min(release.glob(name)))


def swap_dossiers(release: Path) -> None:
    one, other, *_ = sorted(release.glob("dossiers/2022/*.ttl"))
    swap(one, other)


def leave_out_a_cluster(ledger: Any) -> None:
    ledger["clusters"].popitem()


def count_one_more(ledger: Any) -> None:
    summary = next(c for c in ledger["clusters"].values() if c["dossiers"])["dossiers"][0]
    summary["counts"]["rows"][0][2] += 1


def lengthen_a_span(ledger: Any) -> None:
    ledger["member_spans"][0]["nq_size"] += 1


def count_fewer_sources(ledger: Any) -> None:
    ledger["register_line_counts"]["repeated"] = {}


def nest_deeply(path: Path) -> None:
    write(path, b"[" * 100_000)


def without_line(pattern: str) -> Damage:
    def remove_line(path: Path) -> None:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not re.search(pattern, line)]
        assert len(kept) < len(lines)
        path.write_text("".join(kept), encoding="utf-8")

    return remove_line


SPOOL = "state/spool.sqlite"
LEDGER = "state/ledger.json"
INDEX = "textindex.sqlite"
_ONE, _OTHER = "'2022Z00001.txt'", "'2022Z00002.txt'"


def _of_any_file(name: str) -> dict[str, Damage]:
    """Return the kinds of damage that any file can have."""
    file = name.rpartition("/")[2]
    return {
        f"{file} removed": at(name, Path.unlink),
        f"{file} emptied": at(name, partial(write, content=b"")),
        f"{file} cut in half": at(name, cut),
        f"{file} with one bit other": at(name, flip_bits),
        f"{file} with 200 bits other": at(name, partial(flip_bits, count=200)),
        f"{file} is a folder": at(name, replace_by_folder),
        f"{file} is a pipe": at(name, replace_by_pipe),
        f"{file} is a broken link": at(name, replace_by_link),
    }


def _of_sql(**statements: tuple[str, ...]) -> dict[str, Damage]:
    def damage(release: Path, statements: tuple[str, ...]) -> None:
        run_sql(release / SPOOL, *statements)

    return {
        f"spool: {name.replace('_', ' ')}": partial(damage, statements=given)
        for name, given in statements.items()
    }


DAMAGES: dict[str, Damage] = {
    **_of_any_file(SPOOL),
    **_of_any_file(LEDGER),
    **_of_any_file(INDEX),
    **_of_any_file("manifest-sha256.txt"),
    **_of_any_file("checksums.json"),
    **_of_any_file("kamervragen.nq.gz"),
    **_of_any_file("kamervragen.ttl.gz"),
    **_of_any_file("dossiers/2022/2022Z00001.ttl"),
    **_of_any_file("state/seeds/terms.csv"),
    **_of_any_file("report.json"),
    **_of_sql(
        fate_unknown=(f"UPDATE document SET fate = 'lost' WHERE id = {_ONE}",),
        kind_unknown=(f"UPDATE document SET kind = 'lost' WHERE id = {_ONE}",),
        papers_no_json=(f"UPDATE document SET papers = '[{{' WHERE id = {_ONE}",),
        keys_other=(f"UPDATE document SET keys = 'x' WHERE id = {_ONE}",),
        used_keys_no_numbers=(f"UPDATE document SET used_keys = 'x' WHERE id = {_ONE}",),
        sha256_other=(f"UPDATE document SET sha256 = 'x' WHERE id = {_ONE}",),
        papers_of_another=(
            "UPDATE document SET papers = (SELECT papers FROM document AS other"
            f" WHERE other.id = {_OTHER}) WHERE id = {_ONE}",
        ),
        one_word_other=(
            "UPDATE document SET papers ="
            " CAST(replace(CAST(papers AS TEXT), 'gemeenten', 'zonnebloem') AS BLOB)",
        ),
        row_removed=(f"DELETE FROM document WHERE id = {_ONE}",),
        table_removed=("DROP TABLE document",),
        column_renamed=("ALTER TABLE document RENAME COLUMN keys TO other",),
    ),
    "spool: header": at(SPOOL, partial(flip_bits, first=0, last=16)),
    "ledger: no object": at(LEDGER, partial(write, content=b"{}")),
    "ledger: no UTF-8": at(LEDGER, partial(write, content=b'{"\xff": 1}')),
    "ledger: deep": at(LEDGER, nest_deeply),
    "ledger: old": at(LEDGER, lambda path: edit_json(path, lambda led: led.pop("member_spans"))),
    "ledger: count": at(LEDGER, lambda path: edit_json(path, count_one_more)),
    "ledger: span": at(LEDGER, lambda path: edit_json(path, lengthen_a_span)),
    "ledger: cluster": at(LEDGER, lambda path: edit_json(path, leave_out_a_cluster)),
    "ledger: sources": at(LEDGER, lambda path: edit_json(path, count_fewer_sources)),
    "all dossiers emptied": each("dossiers/*/*.ttl", partial(write, content=b"")),
    "dossiers swapped": swap_dossiers,
    "a table of the store removed": at("store/*.sst", Path.unlink),
    "30 bits in each table": each("store/*.sst", partial(flip_bits, count=30)),
    "CURRENT removed": at("store/CURRENT", Path.unlink),
    "CURRENT emptied": at("store/CURRENT", partial(write, content=b"")),
    "MANIFEST cut": at("store/MANIFEST-*", cut),
    "OPTIONS emptied": at("store/OPTIONS-*", partial(write, content=b"")),
    "store emptied": at("store", empty_folder),
    "store removed": at("store", shutil.rmtree),
    "store a file": at("store", replace_folder_by_file),
    "index: a text removed": lambda release: run_sql(
        release / INDEX, "DELETE FROM text WHERE rowid = 1"
    ),
    "manifest: a line less": at("manifest-sha256.txt", without_line("2022Z00001")),
    "manifest: no UTF-8": at("manifest-sha256.txt", partial(write, content=b"\xff\n")),
    "checksums: no spool": at(
        "checksums.json", lambda path: edit_json(path, lambda found: found.pop(SPOOL))
    ),
    "checksums: a list": at("checksums.json", partial(write, content=b"[]")),
    "seeds removed": at("state/seeds", shutil.rmtree),
    "seeds emptied": at("state/seeds", empty_folder),
    "seeds: a row more": at(
        "state/seeds/terms.csv", lambda path: path.write_text(path.read_text() + "x\n")
    ),
    "state a file": at("state", replace_folder_by_file),
    "state removed": at("state", shutil.rmtree),
    "release emptied": empty_folder,
    "release a file": replace_folder_by_file,
    "release removed": shutil.rmtree,
}
