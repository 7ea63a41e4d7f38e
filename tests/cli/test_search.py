"""The search command."""

import csv
import io
import json
from pathlib import Path

import pytest

from tests.cli.commands import run
from tests.every_case import every_case

ANSWER = "https://w3id.org/kamervragen/eli/nl/tk/ah/20212022/1881/antwoord/7"


def test_search_reports_how_many_texts_there_are(seed_release: Path) -> None:
    words = ("search", "--release", seed_release, "doxing", "--first")
    everything = run(*words, "100")
    number = len(everything.stdout.splitlines()) // 3
    assert everything.stderr == run(*words, str(number)).stderr == ""
    few = run(*words, "1")
    assert len(few.stdout.splitlines()) == 3
    assert few.stderr == f"1 of {number} texts, the best matches first; next: --page 2\n"


def test_nothing_found_says_what_a_search_finds(seed_release: Path) -> None:
    nothing = run("search", "--release", seed_release, "zeppelin")
    assert nothing.exit_code == 1
    assert nothing.stderr.startswith("nothing found: all words must be in one text")
    assert nothing.stdout == ""


@pytest.mark.parametrize(
    ("options", "is_outside"),
    [(("--year", "2015"), True), (("--to", "2021-12-31"), True), (("--year", "2022"), False)],
)
def test_nothing_found_in_a_period_outside_the_release_names_its_days(
    seed_release: Path, options: tuple[str, ...], is_outside: object
) -> None:
    nothing = run("search", "--release", seed_release, "zeppelin", *options)
    assert nothing.exit_code == 1
    said = "the cases were tabled from 2022-01-18 to 2022-01-18" in nothing.stderr
    assert said == is_outside


@pytest.mark.parametrize(("state", "code"), [("beantwoord", 0), ("openstaand", 1), ("late", 2)])
def test_a_search_can_be_limited_to_a_state(seed_release: Path, state: str, code: int) -> None:
    assert run("search", "--release", seed_release, "doxing", "--state", state).exit_code == code


def test_a_text_has_its_day_case_part_and_askers(seed_release: Path) -> None:
    found = run("search", "--release", seed_release, "strafbare doxing").stdout.splitlines()
    assert found[0].startswith(
        "2022-01-18 · 2022Z00634 · antwoord 7 · Hilde Palland; Inge van Dijk (CDA) · Het bericht"
    )
    assert "doxing" in found[1]
    assert found[2] == f"    {ANSWER}"


def test_csv_and_json_have_the_same_rows(seed_release: Path) -> None:
    words = ("search", "--release", seed_release, "de", "--format")
    rows = json.loads(run(*words, "json").stdout)
    lines = list(csv.DictReader(io.StringIO(run(*words, "csv").stdout)))
    assert len(rows) == len(lines) > 5
    for row, line in zip(rows, lines, strict=True):
        assert "; ".join(row.pop("askers")) == line.pop("askers")
        assert "; ".join(row.pop("parties")) == line.pop("parties") == "CDA"
        assert row == line


@pytest.mark.parametrize(
    ("options", "is_found"),
    [
        (("--from", "2022-01-18", "--to", "2022-01-18"), True),
        (("--from", "2022-01-19"), False),
        (("--to", "2022-01-17"), False),
        (("--from", "2022-01", "--to", "2022"), True),
        (("--to", "2021"), False),
        (("--year", "2022"), True),
        (("--year", "2021"), False),
        (("--year", "2022", "--from", "2022-02"), False),
        (("--ministry", "bzk"), True),
        (("--asker", "palland", "--party", "cda", "--chamber", "tk", "--kind", "antwoord"), True),
        (("--kind", "noot"), False),
        (("--chamber", "ek"), False),
    ],
)
def test_a_search_may_be_limited(
    seed_release: Path, options: tuple[str, ...], *, is_found: bool
) -> None:
    found = run("search", "--release", seed_release, "doxing", *options)
    assert found.exit_code == (0 if is_found else 1)


@every_case(
    ("options", "message"),
    [
        (("--party", "nonsens"), "no case in this release has the party 'nonsens'\n"),
        (("--party", "cdaa"), "the party 'cdaa'; did you mean CDA?\n"),
        (("--asker", "nonsens"), "no case in this release has the asker 'nonsens'\n"),
        (("--asker", "hilde paland"), "the asker 'hilde paland'; did you mean Hilde Palland?\n"),
        (("--ministry", "defensie"), "no case in this release has the ministry 'defensie'\n"),
        (("--ministry", "justitie en veligheid"), "; did you mean Justitie en Veiligheid?\n"),
        (("--from", "2006", "--to", "2005"), "ends on 2005-12-31, before it begins on 2006-01-01"),
    ],
)
def test_a_limit_that_no_case_can_satisfy_is_an_error(
    seed_release: Path, options: tuple[str, ...], message: str
) -> None:
    wrong = run("search", "--release", seed_release, "doxing", *options)
    assert wrong.exit_code == 2
    assert message in wrong.stderr
    assert wrong.stdout == ""


@every_case("day", ["gisteren", "2022-13", "2022-02-30", "0000", "2022-1"])
def test_a_wrong_day_is_an_error(seed_release: Path, day: str) -> None:
    wrong = run("search", "--release", seed_release, "doxing", "--from", day)
    assert wrong.exit_code == 2
    assert f"'{day}' is not a day, month or year" in wrong.stderr


def test_a_wrong_search_is_reported_in_one_line_that_shows_where(seed_release: Path) -> None:
    wrong = run("search", "--release", seed_release, "doxing", "OR", ")")
    assert wrong.exit_code == 2
    assert wrong.stderr == ("Error: a word or a phrase is missing after OR: doxing OR <here>)\n")


@pytest.mark.parametrize(
    ("words", "is_found"),
    [
        (("strafbare doxing",), True),
        (("doxing strafbare",), False),
        (("doxing", "strafbare"), True),
        (("doxing OR zeppelin",), True),
        (("doxing NOT politie", "AND", "strafbare"), True),
        (('"strafbare" doxing',), True),
        (("straf* doxing",), True),
        (("strafbare dox*",), True),
        (("dox* strafbare",), True),
    ],
)
def test_words_in_one_argument_are_a_phrase_unless_they_have_syntax(
    seed_release: Path, words: tuple[str, ...], *, is_found: bool
) -> None:
    found = run("search", "--release", seed_release, *words)
    assert found.exit_code == (0 if is_found else 1)


def test_a_search_has_pages_and_an_order(seed_release: Path) -> None:
    words = ("search", "--release", seed_release, "de", "--format", "csv")
    everything = run(*words, "--first", "1000").stdout.splitlines()[1:]
    assert len(everything) > 5
    second = run(*words, "--first", "2", "--page", "2", "--order", "day")
    assert second.stderr == (f"3–4 of {len(everything)} texts, the newest first; next: --page 3\n")
    assert len(second.stdout.splitlines()) == 3
    last = run(*words, "--first", str(len(everything) - 1), "--page", "2", "--order", "oldest")
    assert last.stderr == (f"{len(everything)} of {len(everything)} texts, the oldest first\n")
    beyond = run(*words, "--page", "99")
    assert beyond.exit_code == 1
    assert beyond.stderr == f"page 99 is empty: only {len(everything)} texts are found\n"
