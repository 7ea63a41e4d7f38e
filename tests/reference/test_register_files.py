"""The register and the lookups, read from seeds/, and the errors for invalid rows."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.reference import register_files
from kv2rdf.reference.shipped_folders import folder
from tests.papers import real_seeds


@pytest.fixture
def copy(few_seeds: Path, tmp_path: Path) -> Path:
    """Return a copy of seeds/ that a test may change."""
    return Path(shutil.copytree(few_seeds, tmp_path / "seeds"))


def test_the_real_seeds_load() -> None:
    register = real_seeds().register
    names = {person.name for person in register.persons}
    assert {"Hilde Palland", "Inge van Dijk", "Hanke Bruins Slot"} <= names
    assert {party.abbreviation for party in register.parties} >= {"CDA", "VVD"}
    assert all(term.since <= (term.until or term.since) for term in register.answer_terms)


def test_every_file_of_authority_has_rows_and_a_source_column() -> None:
    for path in sorted((folder("seeds") / "authority").glob("*.csv")):
        header, *rows = path.read_text(encoding="utf-8").splitlines()
        assert rows
        assert "source" in header or path.name == "SOURCES.csv"


def test_equal_tables_are_read_once_and_a_changed_one_again(copy: Path, tmp_path: Path) -> None:
    other = Path(shutil.copytree(copy, tmp_path / "other"))
    first = register_files.read_seeds(copy)
    assert register_files.read_seeds(other) is first
    replace_text(copy / "terms.csv", "1994-11-25", "1994-11-26")
    assert register_files.read_seeds(copy).register.answer_terms != first.register.answer_terms
    (other / "moved.csv").rename(other / "removed.csv")
    with pytest.raises(FileNotFoundError):
        register_files.read_seeds(other)


DAY = "2026-11-29"


def replace_text(path: Path, old: str, new: str) -> None:
    """Replace the first occurrence of ``old`` in a file, which must contain it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def add_row(path: Path, row: str) -> None:
    """Add a row to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(f"{row}\n")


def test_a_row_without_a_source_is_reported_with_file_and_line(copy: Path) -> None:
    add_row(copy / "moved.csv", "https://example.org/a,https://b.nl,2026-11-29,a test,")
    with pytest.raises(SeedError, match=r"moved\.csv: line \d+: has no source"):
        register_files.read_seeds(copy)


def test_an_invalid_date_is_reported_with_file_and_line(copy: Path) -> None:
    replace_text(copy / "terms.csv", "1994-11-25", "1994-11-31")
    with pytest.raises(SeedError, match=r"terms\.csv: line 3: day is out of range"):
        register_files.read_seeds(copy)


def test_a_missing_column_is_reported_with_file_and_line(copy: Path) -> None:
    replace_text(copy / "terms.csv", "chamber,days", "kamer,days")
    with pytest.raises(SeedError, match=r"terms\.csv: line 2: 'chamber'"):
        register_files.read_seeds(copy)


def test_a_heading_without_a_topic_is_reported_with_file_and_line(copy: Path) -> None:
    add_row(copy / "authority" / "headings.csv", "Boeken,,,a test")
    with pytest.raises(SeedError, match=r"headings\.csv: line \d+: has no theme_key"):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(("day", "reason"), [("", "a test"), ("29 November", "a test"), (DAY, "")])
def test_a_moved_address_says_when_and_why_it_was_moved(copy: Path, day: str, reason: str) -> None:
    add_row(copy / "moved.csv", f"https://example.org/a,https://b.nl,{day},{reason},a test")
    with pytest.raises(SeedError, match=r"moved\.csv: line \d+: (Invalid isoformat|has no reason)"):
        register_files.read_seeds(copy)


def test_an_unknown_kind_of_membership_is_reported_with_file_and_line(copy: Path) -> None:
    replace_text(copy / "authority" / "memberships.csv", "fractie-tk", "fractie-vk")
    with pytest.raises(SeedError, match=r"memberships\.csv: line 2: 'fractie-vk'"):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (",day,2019-06-04,day,", ",week,2019-06-04,day,", "'week' is not a valid DatePrecision"),
        (",day,2019-06-04,day,", ",day,2019-06-04,,", "'' is not a valid DatePrecision"),
        (",day,2019-06-04,day,", ",day,,day,", "has a precision but no date in the column end"),
        ("-1977,cda,fractie-tk", "-1977,,fractie-tk", "has no party"),
    ],
)
def test_a_membership_that_says_too_little_is_reported(
    copy: Path, old: str, new: str, message: str
) -> None:
    replace_text(copy / "authority" / "memberships.csv", old, new)
    with pytest.raises(SeedError, match=rf"memberships\.csv: line \d+: .*{message}"):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2010-10-14,day,2012-11-05", ",,2012-11-05", "has no start"),
        ("2010-10-14,day,2012-11-05", "2010-10-14,year,2012-11-05", "'year' is not a valid"),
        ("day,Q168828", "day,168828", "not a Wikidata item: '168828'"),
    ],
)
def test_a_cabinet_that_says_too_little_is_reported(
    copy: Path, old: str, new: str, message: str
) -> None:
    replace_text(copy / "authority" / "cabinets.csv", old, new)
    with pytest.raises(SeedError, match=rf"cabinets\.csv: line \d+: .*{message}"):
        register_files.read_seeds(copy)


def test_an_unknown_kind_of_lookup_is_reported_with_file_and_line(copy: Path) -> None:
    add_row(copy / "lookups.csv", "title,printed,meant,a test,a test")
    with pytest.raises(SeedError, match=r"lookups\.csv: line \d+: there is no kind title"):
        register_files.read_seeds(copy)


def test_a_misprint_of_an_unknown_party_is_reported_with_file_and_line(copy: Path) -> None:
    add_row(copy / "lookups.csv", "partij,Q66,Q99,a test,a test")
    with pytest.raises(SeedError, match=r"lookups\.csv: line \d+: there is no partij Q99"):
        register_files.read_seeds(copy)


def test_a_misprint_of_an_unknown_officer_is_reported_with_file_and_line(copy: Path) -> None:
    add_row(copy / "lookups.csv", "ambtsdrager,Bijj,bij-1950,a test,a test")
    with pytest.raises(
        SeedError, match=r"lookups\.csv: line \d+: there is no ambtsdrager bij-1950"
    ):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("KVR1.xml 2001-02-21,2001-02-21,KVR1.xml,x", "the date 2001-02-21 is not corrected"),
        ("KVR1.xml 2001-02-30,2002-02-21,KVR1.xml,x", "day is out of range"),
        ("KVR1.xml 2001-02-21,21-02-2002,KVR1.xml,x", "Invalid isoformat"),
        ("KVR1.xml 2001-02-21,2002-02-21,KVR2.xml,x", "a date needs its document"),
        ("2001-02-21,2002-02-21,KVR1.xml,x", "a date needs its document"),
        ("KVR1.xml 2001-02-21,2002-02-21,KVR1.xml,", "and a reason"),
    ],
)
def test_a_misprinted_date_has_its_document_another_date_and_a_reason(
    copy: Path, row: str, problem: str
) -> None:
    add_row(copy / "lookups.csv", f"indiendatum,{row}")
    with pytest.raises(SeedError, match=rf"lookups\.csv: line \d+: .*{problem}"):
        register_files.read_seeds(copy)


def use_key_twice(copy: Path) -> None:
    """Add a party with the key of another."""
    path = copy / "authority" / "parties.csv"
    add_row(path, path.read_text(encoding="utf-8").splitlines()[1])


def refer_to_nothing(copy: Path) -> None:
    """Make a tenure refer to an office that does not exist."""
    replace_text(copy / "authority" / "tenures.csv", "minister-min-bzk", "minister-min-nix")


def test_a_key_that_is_used_twice_is_reported(copy: Path) -> None:
    use_key_twice(copy)
    with pytest.raises(SeedError, match=r"parties\.csv: line \d+: the key cda is used twice"):
        register_files.read_seeds(copy)


def test_a_reference_to_a_missing_row_is_reported(copy: Path) -> None:
    refer_to_nothing(copy)
    with pytest.raises(SeedError, match=r"tenures\.csv: line 2: .* minister-min-nix"):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(
    ("change", "location"),
    [(use_key_twice, r"parties\.csv: line \d+"), (refer_to_nothing, r"tenures\.csv: line \d+")],
    ids=["twice", "dangling"],
)
def test_a_bad_key_is_reported_with_file_and_line(
    copy: Path, change: Callable[[Path], None], location: str
) -> None:
    change(copy)
    with pytest.raises(SeedError, match=location):
        register_files.read_seeds(copy)


def test_a_lookup_that_is_there_twice_is_reported(copy: Path) -> None:
    row = "vindplaats,Kamervragen 1997,Kamervragen 1998,KVR1.xml,a misprint"
    add_row(copy / "lookups.csv", row)
    assert (
        register_files.read_seeds(copy).lookups["vindplaats"]["Kamervragen 1997"]
        == "Kamervragen 1998"
    )
    add_row(copy / "lookups.csv", row)
    with pytest.raises(SeedError):
        register_files.read_seeds(copy)


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("authority/ministries.csv", "/mnre1034", "/#a#mnre1034", "not the address of a page"),
        ("authority/topics.csv", "Verkeer_(thema)", "Verkeer [thema]", "not the address of a page"),
        ("authority/topics.csv", "top/c_849842ac", "top/%zz", "not the address of a page"),
        ("authority/persons.csv", "Q5165280", "Q 5165280", "not a Wikidata item: 'Q 5165280'"),
        ("authority/persons.csv", "Q5165280", "q5165280", "not a Wikidata item"),
        ("authority/persons.csv", "c128a46d-ebd9", "c128a46d/ebd9", "no address can be made from"),
        ("authority/media.csv", "krant,Kranten", "kránt,Kranten", "no address can be made from"),
        (
            "moved.csv",
            "https://w3id.org/kamervragen/id/fractie/cda",
            "https:///a",
            "not the address",
        ),
        ("moved.csv", "https://w3id.org/kamervragen/id/partij/cda", "a b", "not the address"),
    ],
)
def test_an_invalid_address_is_reported_with_file_and_line(
    copy: Path, file: str, old: str, new: str, problem: str
) -> None:
    replace_text(copy / file, old, new)
    with pytest.raises(SeedError, match=rf"{Path(file).name}: line 2: {problem}"):
        register_files.read_seeds(copy)
