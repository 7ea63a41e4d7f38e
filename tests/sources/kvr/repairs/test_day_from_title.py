"""The date of tabling in the title of a paper of the Eerste Kamer."""

from datetime import date

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind
from kv2rdf.sources.kvr.paper_in_progress import KvrReading
from kv2rdf.sources.kvr.repairs.day_from_title import take_tabling_day_from_title
from tests.every_case import every_case
from tests.papers import paper


@every_case(
    ("title", "tabled", "before"),
    [
        ("op 9 maart 2004 medegedeeld aan de minister", "2003-09-30", ["2003-09-30"]),
        ("op 9 maart 2004 meegedeeld aan de minister", None, [None]),
        ("op 9maart 2004, mede gedeeld aan de minister", "2004-03-09", []),
        ("over een arrest van 9 maart 2004", "2003-09-30", []),
        ("op 31 juni 2004 medegedeeld aan de minister", "2003-09-30", []),
    ],
)
def test_a_title_may_have_the_day_of_tabling(
    title: str, tabled: str | None, before: list[str | None]
) -> None:
    day = date.fromisoformat(tabled) if tabled else None
    read = replace(paper("KVR1", PaperKind.ANSWER), title=f"Vragen {title}", tabled=day)
    after = take_tabling_day_from_title(KvrReading(paper=read)).numbered()
    assert after.tabled == (date(2004, 3, 9) if before else day)
    assert [remark.text for remark in after.remarks] == before
