"""The tables that a user supplies, which are read strictly and must not contradict ours."""

from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.model.kinds import MembershipKind
from kv2rdf.model.register import Register
from kv2rdf.reference.register_files import copy_seeds, read_seeds
from kv2rdf.reference.shipped_folders import folder

SOURCE = "Voorbeeldlijst"
PERSON = {"key": "baken-1950", "full_name": "Anna Baken", "family": "Baken"}
SPELL = {
    "key": "baken-1950-cda-1986",
    "person_key": "baken-1950",
    "party_key": "cda",
    "kind": "fractie-tk",
    "start": "1986-06-03",
    "start_precision": "day",
}
TENURE = {
    "person_key": "bruins-slot-hgj-1977",
    "office_key": "minister-min-bzk",
    "start": "2022-01-10",
    "start_precision": "day",
}


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    """A folder that contains SOURCES.csv and a person."""
    to = tmp_path / "brought"
    to.mkdir()
    write(to, "persons", PERSON)
    sources = f"name,what,where,licence\n{SOURCE},members,https://example.org/lijst,CC BY 4.0\n"
    (to / "SOURCES.csv").write_text(sources, encoding="utf-8")
    return to


def write(to: Path, name: str, *rows: dict[str, str]) -> None:
    """Write a table with the same columns as our own table."""
    own = folder("seeds") / "authority" / f"{name}.csv"
    heading = own.read_text(encoding="utf-8").splitlines()[0]
    lines = [heading]
    for row in rows:
        values = {"source": f"{SOURCE} page 1"} | row
        assert values.keys() <= set(heading.split(","))
        lines.append(",".join(values.get(column, "") for column in heading.split(",")))
    (to / f"{name}.csv").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def register(seeds: Path, brought: Path) -> Register:
    """Return the register of a folder of seeds with a folder of tables."""
    copy = brought.parent / "copy"
    copy_seeds(seeds, copy, brought)
    return read_seeds(copy).register


def test_new_rows_follow_ours_and_name_their_source(few_seeds: Path, brought: Path) -> None:
    write(brought, "memberships", SPELL)
    known = register(few_seeds, brought)
    ours = read_seeds(few_seeds).register
    assert known.persons[:-1] == ours.persons
    assert known.persons[-1].name == "Anna Baken"
    assert known.memberships[-1].kind is MembershipKind.GROUP_TK
    (source,) = known.brought_sources
    assert (source.name, source.licence) == (SOURCE, "CC BY 4.0")
    assert (source.persons, source.spells) == (("baken-1950",), (SPELL["key"],))
    assert not source.is_public_domain
    assert ours.brought_sources == ()


def test_a_row_with_our_key_fills_in_what_we_lack(few_seeds: Path, brought: Path) -> None:
    person = next(
        p for p in read_seeds(few_seeds).register.persons if not p.parlement_id and p.wikidata
    )
    added = {"parlement_id": "vvoorbeeld", "other_names": "Van Heide"}
    write(brought, "persons", {"key": person.key, **added})
    known = register(few_seeds, brought)
    (found,) = (p for p in known.persons if p.key == person.key)
    assert found.parlement_id == "vvoorbeeld"
    assert found.other_names == (*person.other_names, "Van Heide")
    assert found.wikidata == person.wikidata
    assert len(known.persons) == len(read_seeds(few_seeds).register.persons)
    assert known.brought_sources[0].persons == (person.key,)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("name", "row", "message"),
    [
        ("persons", {"key": "dijk-i-1975", "birth_date": "1975-05-07"},
         "line 2: birth_date is '1975-05-07', but '1975-05-06' in persons.csv: line 3"),
        ("persons", PERSON | {"wikidata_qid": "Q106090816"},
         "line 2: Q106090816 is also in persons.csv: line 3, for another key"),
        ("persons", PERSON | {"full_name": "Inge van Dijk", "birth_date": "1975-05-06"},
         "line 2: Inge van Dijk, 1975-05-06 is also in persons.csv: line 3, for another key"),
        ("parties", {"key": "x", "name": "Partij X", "aliases": "CDA"},
         "line 2: CDA is also the name of a party in parties.csv: line 2"),
        ("memberships", SPELL | {"person_key": "dijk-i-1975", "party_key": "vvd",
                                 "start": "2022-01-01"},
         "line 2: dijk-i-1975 is in vvd from 2022-01-01 to today, but in cda from 2021-03-31 to"
         " today in memberships.csv: line 4"),
        ("tenures", TENURE | {"end": "2023-09-01", "end_precision": "day"},
         "line 2: end is '2023-09-01', but '2023-09-05' in tenures.csv: line 2"),
        ("tenures", TENURE | {"start": "2022-01-11"},
         "line 2: bruins-slot-hgj-1977 is in minister-min-bzk from 2022-01-11 to today, but in"
         " minister-min-bzk from 2022-01-10 to 2023-09-05 in tenures.csv: line 2"),
        ("seats", {"chamber": "tk", "first_sitting": "1982-09-16", "party_key": "pvda",
                   "seats": "46"},
         "line 2: seats is '46', but '47' in seats.csv: line 2"),
        ("persons", PERSON | {"source": ""}, "line 2: has no source"),
        ("persons", PERSON | {"source": "a list"}, "line 2: SOURCES.csv has no row for 'a list'"),
        ("persons", PERSON | {"birth_date": "1950"}, "line 2: Invalid isoformat"),
        ("memberships", SPELL | {"party_key": "x"}, "line 2: there is no party_key x"),
        ("memberships", SPELL | {"party_key": ""}, "line 2: has no party"),
        ("memberships", SPELL | {"person_key": ""}, "line 2: has no person_key"),
        ("tenures", TENURE | {"office_key": ""}, "line 2: has no office_key"),
        ("tenures", TENURE | {"person_key": ""}, "line 2: has no person_key"),
        ("seats", {"chamber": "tk", "first_sitting": "2030-03-28", "seats": "46"},
         "line 2: has no party_key"),
        ("offices", {"key": "minister-x", "kind": "minister", "label_nl": "minister van X"},
         "line 2: has no ministry_key"),
    ],
)  # fmt: skip
def test_a_bad_row_is_an_error_that_names_each_line(
    few_seeds: Path, brought: Path, name: str, row: dict[str, str], message: str
) -> None:
    write(brought, name, row)
    with pytest.raises(SeedError) as raised:
        register(few_seeds, brought)
    assert str(raised.value).startswith(f"{name}.csv of --authority: {message}")


def test_two_rows_of_one_key_are_an_error(few_seeds: Path, brought: Path) -> None:
    write(brought, "persons", PERSON, PERSON)
    with pytest.raises(SeedError, match=r"line 3: the key baken-1950 is used in .* line 2"):
        register(few_seeds, brought)


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("people.csv", "key\n", "is not one of SOURCES.csv, "),
        ("persons.csv", "key,name\n", "line 1: the columns are key,name, and not key,full_name,"),
        ("seats.csv", "chamber,first_sitting,party_key,seats,source\ntk,1\n",
         "line 2: the number of values differs from that of the heading"),
        ("SOURCES.csv", f"name,what,where,licence\n{SOURCE},x,y,\n", "line 2: has an empty value"),
        ("SOURCES.csv", "name,what,where,licence\nWikidata,x,https://www.wikidata.org/,MIT\n",
         "line 2: licence is 'MIT', but 'CC0-1.0' in SOURCES.csv: line 2"),
    ],
)  # fmt: skip
def test_a_bad_table_is_an_error(
    few_seeds: Path, brought: Path, file: str, text: str, message: str
) -> None:
    (brought / file).write_text(text, encoding="utf-8")
    with pytest.raises(SeedError) as raised:
        register(few_seeds, brought)
    assert file in str(raised.value)
    assert message in str(raised.value)


@pytest.mark.parametrize("file", ["persons.csv", "SOURCES.csv"])
@pytest.mark.parametrize("letters", [b"\xe9", b"\xff\xfe", b"\xed\xa0\x80"])
def test_a_table_that_is_not_utf_8_is_an_error(
    few_seeds: Path, brought: Path, file: str, letters: bytes
) -> None:
    """A spreadsheet may write the code page of the machine."""
    path = brought / file
    path.write_bytes(path.read_bytes().replace(b"Voorbeeld", b"Voorb" + letters))
    with pytest.raises(SeedError, match=f"{file} of --authority: 'utf-8' codec"):
        register(few_seeds, brought)


def test_a_table_may_have_a_byte_order_mark_and_quotation_marks(
    few_seeds: Path, brought: Path
) -> None:
    """Spreadsheets write both."""
    for path in (brought / "persons.csv", brought / "SOURCES.csv"):
        heading, *rows = path.read_text(encoding="utf-8").splitlines()
        quoted = ",".join(f'"{name}"' for name in heading.split(","))
        path.write_text("\r\n".join((quoted, *rows)), encoding="utf-8-sig")
    assert register(few_seeds, brought).persons[-1].key == PERSON["key"]


@pytest.mark.parametrize(
    ("file", "message"),
    [("SOURCES.csv", "has no SOURCES.csv"), ("persons.csv", "has none of the tables")],
)
def test_a_table_that_must_be_there_is_missed(
    few_seeds: Path, brought: Path, file: str, message: str
) -> None:
    (brought / file).unlink()
    with pytest.raises(SeedError, match=message):
        register(few_seeds, brought)
