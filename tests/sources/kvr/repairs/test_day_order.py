"""The order of the dates of tabling and of the reply."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.paper_in_progress import KvrReading
from kv2rdf.sources.kvr.repairs.day_order import put_days_in_order
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.papers import paper, read_paper


@every_case(
    ("tabled", "dated", "are_kept"),
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
        (date(2005, 10, 1), date(2005, 9, 30), (False, False)),
        (date(2004, 6, 2), date(2004, 6, 1), (False, False)),
    ],
)
def test_a_reply_does_not_come_before_its_questions(
    tabled: date | None, dated: date | None, are_kept: tuple[bool, bool]
) -> None:
    read = replace(paper("KVR1", PaperKind.ANSWER), tabled=tabled, dated=dated)
    after = put_days_in_order(KvrReading(paper=read)).numbered()
    assert (after.tabled, after.dated) == (
        tabled if are_kept[0] else None,
        dated if are_kept[1] else None,
    )
    if after == read:
        assert not (tabled and dated) or tabled <= dated
    else:
        (remark,) = after.remarks
        assert (remark.rule, remark.text) == ("antwoord-voor-de-vragen", f"{tabled} | {dated}")


@every_case(
    ("tabled", "replied", "days", "rules"),
    [
        (("2005-02-25", "25 januari 2005)"), ("2005-02-23", "23 februari 2005)"),
         ("2005-01-25", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 februari 2005)"), ("2005-01-08", "8 maart 2005)"),
         ("2005-02-05", "2005-03-08"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 januari 2005)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "25 januari 2003)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "20 januari 2004)"), ("2005-02-23", "23 februari 2005)"),
         ("2004-01-20", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-25", "19 januari 2004)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "26 februari 2005)"), ("2005-02-23", "23 februari 2005)"),
         (None, "2005-02-23"), ["dagen-spreken-elkaar-tegen"]),
        (("2005-02-25", "25 januari 2005)"), ("2005-02-23", "24 februari 2005)"),
         (None, None), ["dagen-spreken-elkaar-tegen"] * 2),
        (("2005-02-23", "5 februari 2005)"), ("2005-02-23", "23 februari 2005)"),
         ("2005-02-05", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-23", "25 februari 2005)"), ("2005-02-23", "23 februari 2005)"),
         ("2005-02-23", "2005-02-23"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 februari 2005)"), ("2005-02-05", "3 februari 2005)"),
         ("2005-02-05", "2005-02-05"), ["een-van-twee-dagen"]),
        (("2005-02-05", "5 februari 2005)"), ("2005-02-05", "23 februari 2005)"),
         ("2005-02-05", "2005-02-23"), ["een-van-twee-dagen"]),
    ],
)  # fmt: skip
def test_the_only_possible_one_of_two_days_is_taken(
    tabled: tuple[str, str],
    replied: tuple[str, str],
    days: tuple[str | None, str | None],
    rules: list[str],
) -> None:
    record = items(Datum_indiening=tabled[0], Datum_reaktie=replied[0])
    read = read_paper(document(record=record, tabled=tabled[1], reply_day=replied[1]))
    assert (read.tabled, read.dated) == tuple(day and date.fromisoformat(day) for day in days)
    assert [remark.rule for remark in read.remarks] == rules
    both = [f"{recorded} | {printed[:-1]}" for recorded, printed in (tabled, replied)]
    assert all(remark.text in both for remark in read.remarks)
