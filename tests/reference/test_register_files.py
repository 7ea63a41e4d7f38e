"""What the data starts from: rows, checked."""

import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.reference import register_files
from kv2rdf.reference.folders import folder
from tests.papers import real_seeds


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of seeds/ to spoil."""
    return Path(shutil.copytree(folder("seeds"), tmp_path / "seeds"))


def test_the_real_seeds_load() -> None:
    register = real_seeds().register
    names = {person.name for person in register.persons}
    assert {"Hilde Palland", "Inge van Dijk", "Hanke Bruins Slot"} <= names
    assert {party.abbreviation for party in register.parties} >= {"CDA", "VVD"}
    assert all(term.since <= (term.until or term.since) for term in register.terms)


def test_every_row_of_authority_has_its_source() -> None:
    for path in sorted((folder("seeds") / "authority").glob("*.csv")):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        assert rows
        assert "source" in header or path.name == "SOURCES.csv"


def spoilt(path: Path, old: str, new: str) -> None:
    """Replace words of a file that are there."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def added(path: Path, row: str) -> None:
    """Add a row to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def test_a_row_without_a_source_is_named_by_file_and_line(copy: Path) -> None:
    added(copy / "moved.csv", "https://example.org/a,https://example.org/b,")
    with pytest.raises(SeedError, match=r"moved\.csv: line 2: has no source"):
        register_files.read(copy)


def test_a_day_that_is_none_is_named_by_file_and_line(copy: Path) -> None:
    spoilt(copy / "terms.csv", "1994-11-25", "1994-11-31")
    with pytest.raises(SeedError, match=r"terms\.csv: line 3: day is out of range"):
        register_files.read(copy)


def test_a_column_that_is_missing_is_named_by_file_and_line(copy: Path) -> None:
    spoilt(copy / "terms.csv", "chamber,days", "kamer,days")
    with pytest.raises(SeedError, match=r"terms\.csv: line 2: 'chamber'"):
        register_files.read(copy)


def test_a_kind_of_membership_that_is_not_known_is_named_by_file_and_line(copy: Path) -> None:
    spoilt(copy / "authority" / "memberships.csv", "fractie-tk", "fractie-ek")
    with pytest.raises(SeedError, match=r"memberships\.csv: line 2: 'fractie-ek'"):
        register_files.read(copy)


def twice(copy: Path) -> None:
    """Let a key stand twice."""
    path = copy / "authority" / "parties.csv"
    added(path, path.read_text(encoding="utf-8").splitlines()[1])


def dangling(copy: Path) -> None:
    """Let a row name what is not there."""
    spoilt(copy / "authority" / "tenures.csv", "minister-min-bzk", "minister-min-nix")


def test_a_key_stands_once(copy: Path) -> None:
    twice(copy)
    with pytest.raises(SeedError, match=r"parties\.csv: line 4: cda stands twice"):
        register_files.read(copy)


def test_a_row_names_what_is_there(copy: Path) -> None:
    dangling(copy)
    with pytest.raises(SeedError, match=r"tenures\.csv: line 2: .* minister-min-nix"):
        register_files.read(copy)


@pytest.mark.parametrize(
    ("spoil", "place"),
    [(twice, r"parties\.csv: line \d+"), (dangling, r"tenures\.csv: line \d+")],
    ids=["twice", "dangling"],
)
def test_a_bad_key_is_named_by_file_and_line(copy: Path, spoil: object, place: str) -> None:
    assert callable(spoil)
    spoil(copy)
    with pytest.raises(SeedError, match=place):
        register_files.read(copy)


def test_a_lookup_stands_once(copy: Path) -> None:
    row = "vindplaats,Kamervragen 1997,Kamervragen 1998,KVR1.xml,a misprint"
    added(copy / "lookups.csv", row)
    assert register_files.read(copy).lookups["vindplaats"]["Kamervragen 1997"] == "Kamervragen 1998"
    added(copy / "lookups.csv", row)
    with pytest.raises(SeedError):
        register_files.read(copy)
