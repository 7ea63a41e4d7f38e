"""The dates that a KVR document contains."""

from datetime import date

from kv2rdf.sources.kvr.printed_dates import settle_day
from tests.every_case import every_case


@every_case(
    ("recorded", "printed", "day", "text", "rules"),
    [
        ("2005-02-05", "2005-02-5", date(2005, 2, 5), "", ()),
        ("2005-02-05", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("2005-02-05", "", date(2005, 2, 5), "", ("dag-volgens-record",)),
        ("", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("99-99-9999", "5 februari 2005)", date(2005, 2, 5), "", ()),
        ("", "", None, "", ()),
        ("2005-02-05", "5 februari 2005) Ja.", date(2005, 2, 5), "Ja.", ()),
        ("2005-02-05", "6 februari 2005)", None, "", ("dagen-spreken-elkaar-tegen",)),
        ("2005-02-05", "6 februari 2005) Ja.", None, "Ja.", ("dagen-spreken-elkaar-tegen",)),
        ("1993-10-14", "Uoktober 1993)", date(1993, 10, 14), "", ("dag-onleesbaar",)),
        ("2005-02-05", "a" * 60, date(2005, 2, 5), "", ("dag-onleesbaar",)),
        ("2005-02-05", "a" * 61, date(2005, 2, 5), "a" * 61, ("dag-volgens-record",)),
        (
            "2005-02-05",
            ") 1 " + "a" * 61,
            date(2005, 2, 5),
            ") 1 " + "a" * 61,
            ("dag-volgens-record",),
        ),
    ],
)
def test_a_day_is_settled_from_the_record_and_the_heading(
    recorded: str, printed: str, day: date | None, text: str, rules: tuple[str, ...]
) -> None:
    found, rest, remarks = settle_day(recorded, printed, "somewhere")
    assert (found, rest) == (day, text)
    assert tuple(remark.rule for remark in remarks) == rules


def test_the_remark_on_contradictory_days_has_both_as_printed() -> None:
    _, _, (remark,) = settle_day("2005-02-05", "6 februari 2005) Ja.", "somewhere")
    assert (remark.text, remark.location) == ("2005-02-05 | 6 februari 2005", "somewhere")


def test_the_remark_on_a_day_that_only_the_record_gives_has_that_day() -> None:
    _, _, (remark,) = settle_day("2005-02-05", "", "somewhere")
    assert (remark.text, remark.location) == ("2005-02-05", "somewhere")
