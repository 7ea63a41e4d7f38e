"""The papers that the heading of a reply cites, in the forms that occur in the archive."""

from kv2rdf.linking.citations.see_also import see_also_ids
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber
from tests.every_case import every_case

OWN = AnnexNumber(session="20042005", number="1262")


@every_case(
    ("words", "papers"),
    [
        ("zie ook Aanhangsel Handelingen nr. 900, vergaderjaar 2003–2004", ["20032004-900"]),
        ("Zie ook aanhangsel handelingen, nr. 21, Vergaderjaar 1993-1994.", ["19931994-21"]),
        ("zie ook Aanhangsel Handelingen nr.510 vergaderjaar 1995/1996", ["19951996-510"]),
        ("zie ook Aanhangsel Handelingen 458, vergaderjaar 1995–1996", ["19951996-458"]),
        ("zie ook Aanhangsel nr. 1452, vergaderjaar 2000–2001", ["20002001-1452"]),
        ("zie ook Aanhangsel van de Handelingen nr. 17a", ["20042005-17a"]),
        ("zie ook Handelingen nr. 487, Verga– derjaar 1990-1991", ["19901991-487"]),
        ("zie ook Aanhangsel Handelingen nr. 833, vergaderjaar 1989 1990", ["19891990-833"]),
        ("Zie ook aanhangsel handelingen nr. 1222, vergaderjaar 1997/98.", ["19971998-1222"]),
        ("zie ook Aanhangsel Handelingen nr. 1 vergadering 1999/00", ["19992000-1"]),
        ("zie ook Aanhangsel Handelingen nr. 7, vergaderjaar, 2001–2002", ["20012002-7"]),
        ("(Zie ook Aanhangsel Handelingen 1995–1996, nr. 1422", ["19951996-1422"]),
        ("(Zie ook Aanhangsel Handelingen, vergaderjaar 1991-1992, nr. 670", ["19911992-670"]),
        ("zie ook Aanhangsel Handelingen nrs. 354, 655 en 716, vergaderjaar 2007–2008",
         ["20072008-354", "20072008-655", "20072008-716"]),
        ("zie ook Aanhangsel Handelingen nr. 635 en nr. 711, vergaderjaar 1993-1994",
         ["19931994-635", "19931994-711"]),
        ("zie ook Aanhangsels Handelingen nrs. 718 t/m 720, vergaderjaar 1996–1997",
         ["19961997-718", "19961997-719", "19961997-720"]),
        ("zie ook Aanhangsels Handelingen nrs. 998 t/m 1000, vergaderjaar 1996–1997",
         ["19961997-998", "19961997-999", "19961997-1000"]),
        ("zie ook Aanhangsels Handelingen nrs. 1 t/m 3, vergaderjaar 1996–1997",
         ["19961997-1", "19961997-2", "19961997-3"]),
        ("zie ook Aanhangsels Handelingen nrs. 9 t/m 10000, vergaderjaar 1996–1997",
         ["19961997-9"]),
        ("Zie ook Aanhangsel Handelingen, vergaderjaar2023–2024, nr. 12.", ["20232024-12"]),
        ("zie ook Aanhangsels Handelingen nr. 10000, vergaderjaar 1996–1997", [None]),
        ("zie ook Aanhangsels Handelingen nr. 784, 833 Vergaderjaar 90-91",
         ["19901991-784", "19901991-833"]),
        ("zie ook Aanhangsel Handelingen nr. 9, vergaderjaar 2004–2005 en Aanhangsel "
         "Handelingen nr. 8, vergaderjaar 2003–2004", ["20042005-9", "20032004-8"]),
        ("zie ook Aanhangsel Handelingen nr. 48, vergaderjaar 1993–1994 en nr. 701, "
         "vergaderjaar 1994–1995.", ["19931994-48", "19941995-701"]),
        ("zie ook Aanhangsel Hande– lingen nr. 716, vergaderjaar 1989-1990", ["19891990-716"]),
        ("zie ook Aanhangsel Handelingen nr. 513, vergaderjaar 1 9 8 8 - 1 9 8 9",
         ["19881989-513"]),
        ("zie ook Aanhangsel Handelin- gen nr. 4 2 2 , vergaderjaar 1 9 8 8 - 1 9 8 9 .",
         ["19881989-422"]),
        ("zie ook Aanhangsel Handelingen nr. 765, vergaderjaar 2003–2003", [None]),
        ("zie ook Aanhangsel Handelingen", [None]),
        ("zie ook Aanhangsel Handelingen, vergaderjaar 1991-1992", [None]),
    ],
)  # fmt: skip
def test_a_reference_cites_papers_by_number_and_session(
    words: str, papers: list[str | None]
) -> None:
    expected = [None if number is None else f"ah-tk-{number}" for number in papers]
    assert list(see_also_ids((words,), Chamber.TK, OWN)) == expected


def test_a_reply_without_a_number_cites_nothing_by_number_alone() -> None:
    assert see_also_ids(("zie ook Aanhangsel Handelingen nr. 5",), Chamber.EK, None) == (None,)
    assert see_also_ids((), Chamber.EK, None) == ()
