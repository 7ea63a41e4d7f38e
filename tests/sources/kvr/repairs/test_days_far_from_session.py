"""Dates that are far from the session in which the paper is printed."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.paper_in_progress import KvrReading
from kv2rdf.sources.kvr.repairs.days_far_from_session import remove_days_far_from_session
from tests.every_case import every_case
from tests.papers import paper


def test_a_title_confirms_a_day_far_from_its_session() -> None:
    title = "Vragen op 31 mei 2000 medegedeeld aan de minister"
    days = {"tabled": date(2000, 5, 31), "dated": date(2000, 7, 3)}
    read = replace(paper("KVR1", PaperKind.ANSWER), title=title, session_year="2002-2003", **days)
    assert remove_days_far_from_session(KvrReading(paper=read)).numbered() == read


@every_case(
    ("tabled", "dated", "number", "are_kept"),
    [
        ("1951-09-04", "1995-09-28", None, (False, True)),
        ("1989-07-17", "1989-08-06", None, (False, False)),
        ("1998-11-03", "1998-11-10", "2989902680", (True, True)),
        ("1950-06-01", None, "2515200010", (True, False)),
        ("1950-05-31", None, "2515200010", (False, False)),
        ("2049-06-01", None, "2505100010", (True, False)),
        ("2049-05-31", None, "2505100010", (False, False)),
        ("1996-03-07", "1999-03-26", "2959607380", (True, True)),
        ("2002-01-15", None, "2010204470", (True, False)),
        ("1999-01-24", "2005-02-01", None, (True, True)),
        ("1999-01-23", "2005-02-01", None, (False, True)),
        ("2005-02-01", "2012-02-01", None, (True, False)),
        ("2003-06-02", None, None, (True, False)),
        ("2003-05-31", None, None, (False, False)),
        (None, "2006-10-01", None, (False, True)),
        (None, "2006-10-02", None, (False, False)),
    ],
)
def test_a_day_far_from_its_session_needs_confirmation(
    tabled: str | None, dated: str | None, number: str | None, are_kept: tuple[bool, bool]
) -> None:
    days = [date.fromisoformat(day) if day else None for day in (tabled, dated)]
    session = "1995-1996" if dated == "1995-09-28" else "2004-2005"
    read = replace(
        paper("KVR1", PaperKind.ANSWER, cases=((number,),) if number else ()),
        tabled=days[0], dated=days[1], session_year=session,
    )  # fmt: skip
    after = remove_days_far_from_session(KvrReading(paper=read)).numbered()
    assert (after.tabled is not None, after.dated is not None) == are_kept
    removed = [
        day for day, is_kept in zip((tabled, dated), are_kept, strict=True) if day and not is_kept
    ]
    assert [remark.text for remark in after.remarks] == removed
    assert {remark.rule for remark in after.remarks} <= {"dag-ver-van-de-zitting"}


def test_the_one_day_of_a_question_paper_may_be_far_from_its_session() -> None:
    day = date(2050, 2, 5)
    read = replace(paper("V1", PaperKind.QUESTIONS), tabled=day, dated=day)
    after = remove_days_far_from_session(KvrReading(paper=read)).numbered()
    assert (after.tabled, after.dated) == (None, None)
    assert [remark.text for remark in after.remarks] == ["2050-02-05"]
