"""The days of a KVR document: settled from the record and the heading, and in their order."""

from datetime import date

import pytest
from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.repairs import dates
from tests.kvr_document import document, items
from tests.papers import one, paper


@pytest.mark.parametrize(
    ("recorded", "printed", "day", "behind", "rules"),
    [
        ("2005-02-05", "2005-02-5", date(2005, 2, 5), "", ()),
        ("2005-02-05", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("2005-02-05", "", date(2005, 2, 5), "", ()),
        ("", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("99-99-9999", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("", "", None, "", ()),
        ("2005-02-05", "5 februari 2005) Ja.", date(2005, 2, 5), "Ja.", ()),
        ("2005-02-05", "6 februari 2005)", None, "", ("dagen-spreken-elkaar-tegen",)),
        ("2005-02-05", "6 februari 2005) Ja.", None, "Ja.", ("dagen-spreken-elkaar-tegen",)),
        ("1993-10-14", "Uoktober 1993)", date(1993, 10, 14), "", ("dag-onleesbaar",)),
        ("2005-02-05", "a" * 61, date(2005, 2, 5), "a" * 61, ()),
        ("2005-02-05", ") 1 " + "a" * 61, date(2005, 2, 5), ") 1 " + "a" * 61, ()),
    ],
)
def test_a_day_is_settled_from_the_record_and_the_heading(
    recorded: str, printed: str, day: date | None, behind: str, rules: tuple[str, ...]
) -> None:
    found, rest, remarks = dates.settled(recorded, printed, "somewhere")
    assert (found, rest) == (day, behind)
    assert tuple(remark.rule for remark in remarks) == rules


def test_days_that_contradict_each_other_are_both_kept_as_printed() -> None:
    _, _, (remark,) = dates.settled("2005-02-05", "6 februari 2005) Ja.", "somewhere")
    assert (remark.text, remark.place) == ("2005-02-05 | 6 februari 2005", "somewhere")


@pytest.mark.parametrize(
    ("tabled", "dated", "stand"),
    [
        (date(2005, 2, 5), date(2005, 2, 5), (True, True)),
        (date(2005, 2, 5), None, (True, False)),
        (None, date(2005, 2, 5), (False, True)),
        (date(2005, 2, 5), date(2005, 1, 5), (False, False)),
        (date(2005, 2, 5), date(1005, 2, 23), (True, False)),
        (date(2050, 2, 5), date(2005, 2, 23), (False, True)),
        (date(2050, 2, 5), date(1005, 2, 23), (False, False)),
        (date(2004, 6, 1), date(2004, 5, 31), (True, False)),
        (date(2005, 10, 2), date(2005, 10, 1), (False, True)),
    ],
)
def test_a_reply_does_not_come_before_its_questions(
    tabled: date | None, dated: date | None, stand: tuple[bool, bool]
) -> None:
    read = replace(paper("KVR1", PaperKind.ANSWER), tabled=tabled, dated=dated)
    after = dates.in_order(read)
    assert (after.tabled, after.dated) == (
        tabled if stand[0] else None,
        dated if stand[1] else None,
    )
    if after == read:
        assert not (tabled and dated) or tabled <= dated
    else:
        (remark,) = after.remarks
        assert (remark.rule, remark.text) == ("antwoord-voor-de-vragen", f"{tabled} | {dated}")


@pytest.mark.parametrize(
    ("tabled", "answered", "days", "rules"),
    [
        (("2005-02-25", "25 januari 2005)"), ("2005-02-23", "23 februari 2005)"),
         ("2005-01-25", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 februari 2005)"), ("2005-01-08", "8 maart 2005)"),
         ("2005-02-05", "2005-03-08"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 januari 2005)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "25 januari 2003)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "26 februari 2005)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "25 januari 2005)"), ("2005-02-23", "24 februari 2005)"),
         (None, None), ["dagen-spreken-elkaar-tegen"] * 2),
        (("2005-02-23", "5 februari 2005)"), ("2005-02-23", "23 februari 2005)"),
         ("2005-02-05", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 februari 2005)"), ("2005-02-05", "23 februari 2005)"),
         ("2005-02-05", "2005-02-23"), ["een-van-twee-dagen"]),
    ],
)  # fmt: skip
def test_of_two_days_the_only_possible_one_stands(
    tabled: tuple[str, str],
    answered: tuple[str, str],
    days: tuple[str | None, str | None],
    rules: list[str],
) -> None:
    record = items(Datum_indiening=tabled[0], Datum_reaktie=answered[0])
    read = one(document(record=record, tabled=tabled[1], answered=answered[1]))
    assert (read.tabled, read.dated) == tuple(day and date.fromisoformat(day) for day in days)
    assert [remark.rule for remark in read.remarks] == rules
    both = [f"{recorded} | {printed[:-1]}" for recorded, printed in (tabled, answered)]
    assert all(remark.text in both for remark in read.remarks)


@pytest.mark.parametrize(
    ("title", "tabled", "before"),
    [
        ("op 9 maart 2004 medegedeeld aan de minister", "2003-09-30", ["2003-09-30"]),
        ("op 9 maart 2004 meegedeeld aan de minister", None, [None]),
        ("op 9maart 2004, mede gedeeld aan de minister", "2004-03-09", []),
        ("over een arrest van 9 maart 2004", "2003-09-30", []),
        ("op 31 juni 2004 medegedeeld aan de minister", "2003-09-30", []),
    ],
)
def test_a_title_has_the_day_on_which_the_minister_was_told(
    title: str, tabled: str | None, before: list[str | None]
) -> None:
    day = date.fromisoformat(tabled) if tabled else None
    read = replace(paper("KVR1", PaperKind.ANSWER), title=f"Vragen {title}", tabled=day)
    after = dates.by_title(read)
    assert after.tabled == (date(2004, 3, 9) if before else day)
    assert [remark.text for remark in after.remarks] == before


def test_a_title_speaks_for_a_day_that_is_far_from_its_session() -> None:
    title = "Vragen op 31 mei 2000 medegedeeld aan de minister"
    days = {"tabled": date(2000, 5, 31), "dated": date(2000, 7, 3)}
    read = replace(paper("KVR1", PaperKind.ANSWER), title=title, session_year="2002-2003", **days)
    assert dates.near_its_session(read) == read


@pytest.mark.parametrize(
    ("tabled", "dated", "number", "stand"),
    [
        ("1951-09-04", "1995-09-28", None, (False, True)),
        ("1989-07-17", "1989-08-06", None, (False, False)),
        ("1998-11-03", "1998-11-10", "2989902680", (True, True)),
        ("1996-03-07", "1999-03-26", "2959607380", (True, True)),
        ("2002-01-15", None, "2010204470", (True, False)),
        ("1999-09-01", "2005-02-01", None, (True, True)),
        ("1998-09-01", "2005-02-01", None, (False, True)),
        ("2005-02-01", "2012-02-01", None, (True, False)),
        ("2003-06-02", None, None, (True, False)),
        ("2003-05-31", None, None, (False, False)),
        (None, "2006-10-01", None, (False, True)),
        (None, "2006-10-02", None, (False, False)),
    ],
)
def test_a_day_far_from_its_session_needs_something_to_speak_for_it(
    tabled: str | None, dated: str | None, number: str | None, stand: tuple[bool, bool]
) -> None:
    days = [date.fromisoformat(day) if day else None for day in (tabled, dated)]
    session = "1995-1996" if dated == "1995-09-28" else "2004-2005"
    read = replace(
        paper("KVR1", PaperKind.ANSWER, cases=((number,),) if number else ()),
        tabled=days[0], dated=days[1], session_year=session,
    )  # fmt: skip
    after = dates.near_its_session(read)
    assert (after.tabled is not None, after.dated is not None) == stand
    gone = [day for day, stands in zip((tabled, dated), stand, strict=True) if day and not stands]
    assert [remark.text for remark in after.remarks] == gone
    assert {remark.rule for remark in after.remarks} <= {"dag-ver-van-de-zitting"}


def test_a_paper_of_questions_has_one_day_that_may_be_far_from_its_session() -> None:
    day = date(2050, 2, 5)
    read = replace(paper("V1", PaperKind.QUESTIONS), tabled=day, dated=day)
    after = dates.near_its_session(read)
    assert (after.tabled, after.dated) == (None, None)
    assert [remark.text for remark in after.remarks] == ["2050-02-05"]
