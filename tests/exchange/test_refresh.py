"""Additions to the authority tables, from services with the protocols of the real ones."""

import csv
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.exchange.additions.text_tables import rows_as_text
from kv2rdf.reference.register_files import copy_seeds, read_seeds
from kv2rdf.reference.shipped_folders import folder
from tests.cli.commands import one_line, run
from tests.every_case import every_case
from tests.exchange.conftest import refresh
from tests.exchange.known_elsewhere import (
    CROWD,
    NEW,
    PREFIXES,
    STATEMENTS,
    end,
    entities,
    held,
    start,
)
from tests.exchange.local_services import (
    LocalServices,
    local_services,
)

NOW = datetime(2026, 11, 29, tzinfo=UTC)
MOMENT = "Sun, 29 Nov 2026 00:00:09 GMT"
NEW_SPELL = b"11111111-0000-4000-8000-000000000001"
JAN = "voorbeeld-q900000001"


def rows(out: Path, name: str) -> list[dict[str, str]]:
    with (out / "authority" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def section(out: Path, heading: str) -> str:
    page = (out / "review.md").read_text(encoding="utf-8")
    return page.partition(f"## {heading}\n")[2].partition("\n## ")[0]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder after one refresh from all services."""
    out = tmp_path_factory.mktemp("refresh") / "out"
    with local_services(LocalServices(STATEMENTS, entities())) as services:
        services.redirects["Q28861002"] = "Q900000077"
        result = refresh(services, out)
    assert result.exit_code == 0, result.stderr
    assert result.stdout == (out / "additions.diff").read_text(encoding="utf-8")
    return out


def test_new_persons_have_their_identifiers_and_the_parts_of_their_names(filled: Path) -> None:
    found = {row["key"]: row for row in rows(filled, "persons")}
    assert set(found) == {
        JAN, "tweederde-q900000002", "vierdevoort-q900000005", "nieuwenstein-aaaaaaaa",
    }  # fmt: skip
    jan = found[JAN]
    assert (jan["given"], jan["prefix"], jan["family"]) == ("Jan", "van der", "Voorbeeld")
    assert (jan["wikidata_qid"], jan["parlement_id"]) == ("Q900000001", "vg09ll000001")
    assert jan["birth_date"] == "1940-01-02"
    assert found["vierdevoort-q900000005"]["birth_date"] == ""
    anna = found["nieuwenstein-aaaaaaaa"]
    assert (anna["tk_guid"], anna["gender"], anna["initials"]) == (NEW, "f", "A.")


def test_spells_have_the_precision_that_the_source_has(filled: Path) -> None:
    found = {(row["person_key"], row["kind"]): row for row in rows(filled, "memberships")}
    columns = ("party_key", "start", "start_precision", "end", "end_precision")
    assert {key: tuple(row[name] for name in columns) for key, row in found.items()} == {
        (JAN, "fractie-tk"): ("cda", "1986-06-03", "day", "1989-09-13", "day"),
        (JAN, "seat-tk"): ("", "1990-03-01", "not before", "1993-12-31", "not after"),
        ("tweederde-q900000002", "seat-tk"):
            ("", "1982-09-16", "not before", "1986-06-02", "not after"),
        ("nieuwenstein-aaaaaaaa", "fractie-tk"): ("cda", "1995-05-17", "day", "1997-06-30", "day"),
    }  # fmt: skip
    (tenure,) = rows(filled, "tenures")
    assert (tenure["person_key"], tenure["office_key"]) == (
        "vierdevoort-q900000005",
        "minister-def",
    )
    assert found[JAN, "seat-tk"]["source"] == "Wikidata, Q900000001-b, 2026-11-29"


@every_case(("what", "why"), [
    ("Q900000003-no-end", "it may be over"),
    ("Q900000003-unknown-end", "the end (P582) is stated as unknown"),
    ("Q900000003-backwards", "it ends before it starts"),
    ("Q900000003-group", "the group Q900000999 (P4100) belongs to no party in the tables"),
    ("Bart van Winsen (Q900000004)", "may be the same person as winsen-bpj-1943"),
    ("Anna Maria Klein Voorbeeld (Q900000006)", "not certain where the surname begins"),
    ("Voorbeeld-van der Zee (Q900000009)", "not certain where the surname begins"),
    ("Q900000007-a", "the person was born in 1980"),
    ("Q900000005-b", "the office has its name until 2010-10-13 only"),
    ("11111111-0000-4000-8000-000000000002", "the group (NIEUW, Partij die"),
    ("11111111-0000-4000-8000-000000000003", "sgp would have 4 members on 2021-03-31"),
    ("11111111-0000-4000-8000-000000000005", "it ends before it starts"),
    ("11111111-0000-4000-8000-000000000004", "the person is not among the persons"),
])  # fmt: skip
def test_what_is_not_certain_is_listed_with_the_reason(filled: Path, what: str, why: str) -> None:
    lines = [line for line in section(filled, "Not added").splitlines() if what in line]
    assert [line for line in lines if why in line], lines


def test_statements_that_are_known_or_deprecated_are_not_listed(filled: Path) -> None:
    page = (filled / "review.md").read_text(encoding="utf-8")
    assert "Palland" not in page
    assert "deprecated" not in page
    assert "the tables have already: 1\n- memberships and tenures that ended before 1984: 1" in page
    assert "Vroegeman" not in page + str(rows(filled, "persons"))
    assert CROWD[:8] not in str(rows(filled, "persons"))
    assert "0000-000000000003" not in str(rows(filled, "memberships"))


def test_the_review_has_replaced_items_and_the_seats_of_each_group(filled: Path) -> None:
    assert "- Q28861002: is now Q900000077" in section(
        filled, "Items that were merged or deleted in Wikidata"
    )
    page = (filled / "review.md").read_text(encoding="utf-8")
    assert "| tk | 2021-03-31 | sgp | 3 | 3 | 3 |" in page
    assert "| tk | 1986-06-03 | cda | 54 | 0 | 1 |" in page


def test_the_tables_are_valid_together_with_those_of_the_program(
    filled: Path, tmp_path: Path
) -> None:
    copy_seeds(folder("seeds"), tmp_path)
    for name in ("persons", "memberships", "tenures"):
        _, _, lines = (filled / "authority" / f"{name}.csv").read_text().partition("\n")
        with (tmp_path / "authority" / f"{name}.csv").open("a") as file:
            file.write(lines)
    assert JAN in {person.key for person in read_seeds(tmp_path).register.persons}
    names = {row["name"] for row in rows(filled, "SOURCES")}
    assert names == {"Wikidata", "Tweede Kamer, open data"}


def test_a_second_refresh_adds_only_what_is_new_and_keeps_every_byte(
    services: LocalServices, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(filled, out)
    before = {path.name: path.read_bytes() for path in (out / "authority").iterdir()}
    again = refresh(services, out, "--source", "chamber")
    assert (again.exit_code, again.stdout) == (0, "")
    assert {path.name: path.read_bytes() for path in (out / "authority").iterdir()} == before
    more = held("Q900000002", "b", "Q20740176", start("1990-01-01"), end("1991-01-01"))
    services.load(PREFIXES + more)
    third = refresh(services, out, "--source", "wikidata")
    after = {path.name: path.read_bytes() for path in (out / "authority").iterdir()}
    assert all(after[name].startswith(content) for name, content in before.items())
    lines = [line for line in third.stdout.splitlines() if line[:3] not in ("---", "+++")]
    assert {line[0] for line in lines} == {"@", "+"}
    assert any(line.startswith("+tweederde-q900000002,minister-def,1990-01-01") for line in lines)


def test_requests_name_the_program_and_whom_to_ask(services: LocalServices, tmp_path: Path) -> None:
    assert refresh(services, tmp_path / "out", "--source", "chamber").exit_code == 0
    assert {path.split("/")[1] for path, _ in services.requests} == {"OData"}
    (agent,) = {headers["User-Agent"] for _, headers in services.requests}
    assert agent.endswith("(https://w3id.org/kamervragen; me@example.org)")
    for contact in ("", "né@example.org", "a\nb"):
        refused = run("link", "refresh", "--output", tmp_path / "x", "--contact", contact)
        assert refused.exit_code == 2


def test_a_table_with_other_columns_or_without_a_last_line_end_is_refused(
    services: LocalServices, filled: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    shutil.copytree(filled, out)
    path = out / "authority" / "persons.csv"
    content = path.read_bytes()
    path.write_bytes(b"key,full_name\nx,y\n")
    assert "the columns are not those of the table" in one_line(
        refresh(services, out, "--source", "chamber")
    )
    path.write_bytes(b"key\nx,y\n")
    assert "differs from that of the heading" in one_line(
        refresh(services, out, "--source", "chamber")
    )
    path.write_bytes(content)
    path = out / "authority" / "memberships.csv"
    lines = [line for line in path.read_bytes().splitlines() if NEW_SPELL not in line]
    path.write_bytes(b"\n".join(lines))
    assert "the last line has no end" in one_line(refresh(services, out, "--source", "chamber"))
    with pytest.raises(SeedError, match="a new row is not valid"):
        rows_as_text("persons.csv", ("key",), [{"key": "a b"}], heading=True)
