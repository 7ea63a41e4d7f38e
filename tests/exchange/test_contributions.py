"""Files for Wikidata. Their statements are in the release, and other programs can read them."""

import gzip
import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.exchange.contributions import quickstatements
from kv2rdf.exchange.contributions.cases import CASE_PATTERN
from kv2rdf.exchange.contributions.counterparts import PERSON_PATTERN, counterparts
from kv2rdf.exchange.contributions.spells import published_spells
from kv2rdf.exchange.contributions.write import FILES, README
from kv2rdf.query.careers import NamedSpell, SpellKind
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import ResultRows
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.csv_rows import read_rows
from kv2rdf.reference.shipped_folders import folder
from tests.cli.commands import one_line, run
from tests.every_case import every_case
from tests.exchange.wikidata_formats import (
    Statement,
    catalogue_rows,
    statements_in_csv,
    statements_in_lines,
    template_values,
)

PERSONS_OF_THE_SEED = {"Q28861157", "Q106090816", "Q5165280", "Q28861002"}
LINKED_FROM_CASES = re.compile(
    r"(?:#had_participant_person|#partyAtTheTime|#addressedTo|#answeredBy)> <(\S+)>"
)
SAME_AS = re.compile(r"<(\S+)> <\S+#sameAs> <http://www\.wikidata\.org/entity/(Q\d+)>")


@pytest.fixture(scope="module")
def files(golden_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files for Wikidata of the golden cases and the seed."""
    out = tmp_path_factory.mktemp("wikidata") / "files"
    result = run("link", "wikidata", golden_release, "--output", out)
    assert result.exit_code == 0, result.stderr
    return out


@cache
def text(path: Path) -> str:
    return path.read_bytes().decode()


def test_every_item_is_that_of_the_same_thing_in_the_dump(
    files: Path, golden_release: Path
) -> None:
    with gzip.open(golden_release / "kamervragen.nq.gz", "rt", encoding="utf-8") as dump:
        lines = dump.read()
    linked = {(item, address) for address, item in SAME_AS.findall(lines)}
    stated = statements_in_lines(text(files / FILES[0]))
    assert {each.main[1] for each in stated} <= set(LINKED_FROM_CASES.findall(lines))
    assert {(each.item, each.main[1]) for each in stated} <= linked
    assert {each.item for each in stated} >= PERSONS_OF_THE_SEED
    assert len({each.item for each in stated}) == len(stated)


def test_both_formats_say_the_same(files: Path) -> None:
    lines = statements_in_lines(text(files / FILES[0]))
    assert lines == statements_in_csv(text(files / FILES[1]))
    assert {each.main[0] for each in lines} == {"P973"}
    assert {each.qualifiers for each in lines} == {(("P407", "Q7411"),)}
    assert {each.references for each in lines} == {((("P854", f"{HOME}/dataset/kamervragen"),),)}


def test_the_day_on_which_the_addresses_were_looked_at_is_in_the_same_reference(
    seed_release: Path, tmp_path: Path
) -> None:
    words = ("--output", tmp_path / "out", "--retrieved", "2026-11-29")
    assert run("link", "wikidata", seed_release, *words).exit_code == 0
    (reference,) = {
        each.references
        for name, read in ((FILES[0], statements_in_lines), (FILES[1], statements_in_csv))
        for each in read(text(tmp_path / "out" / name))
    }
    day = ("P813", "+2026-11-29T00:00:00Z/11")
    assert reference == ((("P854", f"{HOME}/dataset/kamervragen"), day),)


def test_the_same_release_gives_the_same_bytes(files: Path, golden_release: Path) -> None:
    before = {path.name: path.read_bytes() for path in files.iterdir()}
    assert set(before) == {*FILES, README}
    assert run("link", "wikidata", golden_release, "--output", files).exit_code == 0
    assert {path.name: path.read_bytes() for path in files.iterdir()} == before


def test_mixnmatch_reads_every_person_with_what_distinguishes_namesakes(files: Path) -> None:
    rows = {row["id"]: row for row in catalogue_rows(text(files / "mixnmatch-persons.tsv"))}
    palland = rows["palland-hm-1979"]
    assert palland["url"] == f"{HOME}/id/persoon/palland-hm-1979"
    assert (palland["name"], palland["type"]) == ("Hilde Palland", "Q5")
    assert palland["P1749"] == "vk98mxcyi7f5"
    assert palland["desc"].startswith("CDA, Tweede Kamer (2019–")
    for name in ("mixnmatch-parties.tsv", "mixnmatch-offices.tsv"):
        assert all(row["desc"] for row in catalogue_rows(text(files / name)))


def test_the_proposals_fit_the_addresses(files: Path) -> None:
    for name, kind, least in (("persons", "persoon", 4), ("cases", "eli/nl/tk/zaak", 1)):
        page = text(files / f"proposal-{name}.wiki")
        values = template_values(page)
        pattern = re.sub(r"</?nowiki>", "", values["allowed values"])
        examples = [value for key, value in values.items() if key.startswith("example")]
        assert len(examples) >= least
        for example in examples:
            found = re.fullmatch(r".*\{\{Q\|Q\d+}}.*→ \[(\S+) (\S+)]", example)
            assert found
            assert re.fullmatch(pattern, found[2])
            assert values["formatter URL"].replace("$1", found[2]) == found[1]
            assert f"/{kind}/" in found[1]
            in_url = re.search(r"<nowiki>(\^https.*?)</nowiki>", page)
            assert in_url
            assert re.fullmatch(in_url[1], found[1])


def test_the_pattern_of_persons_fits_every_key_of_the_register() -> None:
    keys = read_rows(folder("seeds") / "authority" / "persons.csv", lambda row: row["key"])
    assert [key for key in keys if not re.fullmatch(PERSON_PATTERN, key)] == []


@every_case(("number", "fits"), [
    ("2022Z00634", True), ("2050601920", True), ("ah-tk-19941995-272", True),
    ("KVR12345", False), ("ah-ek-19941995-27", False), ("22Z00634", False),
])  # fmt: skip
def test_the_pattern_of_cases_fits_published_numbers_only(number: str, fits: object) -> None:
    assert bool(re.fullmatch(CASE_PATTERN, number)) is fits


class _Answers(Release):
    """A release in which every query has the same rows."""

    def __init__(self, *rows: tuple[str, ...]) -> None:
        self._answer = ResultRows(("thing", "other"), rows, b"")

    def query(self, *_: object) -> ResultRows:
        return self._answer


def test_a_spell_has_the_days_that_are_certain_and_the_name_of_its_office() -> None:
    begin, day = "https://e/begrip/", "1982-01-01"
    spells = published_spells(
        _Answers(
            ("a", f"{begin}lid-van-de-kamer", "Tweede Kamer", "", day, "", day, ""),
            ("b", f"{begin}ambtsdrager", "Justitie", "minister", day, "vague", "", ""),
        )
    )
    assert tuple(spells) == (
        NamedSpell("a", SpellKind.SEAT, "Tweede Kamer", (date(1982, 1, 1), date(1982, 1, 1))),
        NamedSpell("b", SpellKind.OFFICE, "minister", (None, None)),
    )


@pytest.mark.parametrize(("rows", "problem"), [
    ((("http://e/a", "Q1"), ("http://e/a", "Q2")), "http://e/a has two items"),
    ((("http://e/a", "Q1"), ("http://e/b", "Q1")), "Q1 belongs to two things"),
    ((("http://e/id/partij/A", "none"),), "the key does not match its pattern"),
], ids=["two-items", "two-things", "a-key"])  # fmt: skip
def test_an_identity_that_is_not_one_to_one_is_an_error(
    rows: tuple[tuple[str, str], ...], problem: str
) -> None:
    entity = "http://www.wikidata.org/entity/"
    answers = [(thing, f"{entity}{item}" if item[0] == "Q" else "1") for thing, item in rows]
    with pytest.raises(ReleaseError, match=problem):
        counterparts(_Answers(*answers), "http://e", "partij")


@every_case("url", ["http://e/a|b", 'http://e/"', "http://e/\t", "e", ""])
def test_a_url_that_would_be_read_as_something_else_is_refused(url: str) -> None:
    with pytest.raises(ReleaseError, match="cannot be written"):
        quickstatements.DescriptionStatement("Q1", url, "http://e/", None)
    with pytest.raises(ReleaseError, match="is not an item"):
        quickstatements.DescriptionStatement("LAST", "http://e/", "http://e/", None)


def test_a_folder_of_other_files_is_refused(seed_release: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    refused = run("link", "wikidata", seed_release, "--output", tmp_path)
    assert refused.exit_code == 2
    assert one_line(refused).endswith("exists and is not a folder of kv2rdf files for Wikidata")
    inside = run("link", "wikidata", seed_release, "--output", seed_release / "wikidata")
    assert "is inside the release" in one_line(inside)


def test_the_readers_of_the_formats_refuse_what_would_create_an_item() -> None:
    for line in ("CREATE", 'LAST\tP973\t"http://e/"', '-Q1\tP973\t"http://e/"'):
        with pytest.raises((AssertionError, ValueError)):
            statements_in_lines(line)
    with pytest.raises(AssertionError):
        statements_in_csv('qid,P973\n,"""http://e/"""\n')
    read = statements_in_csv('qid,P973\nQ1,"""http://e/"""\n')
    assert read == [Statement("Q1", ("P973", "http://e/"), (), ())]
