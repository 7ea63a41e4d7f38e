"""Papers of parliament that a text cites, identified by all their numbers."""

from kv2rdf.linking.citations.papers import annex_numbers, parliamentary_papers
from tests.every_case import every_case


@every_case(
    ("text", "papers"),
    [
        ("Aanhangsel Handelingen, nr. 912, vergaderjaar 1995–1996.", ["19951996-912"]),
        ("Aanhangsel Handelingen, nr.744, Vergaderjaar 2003-2004", ["20032004-744"]),
        ("Aanhangsel Handelingen, vergaderjaar 2005–2006, nr. 1053.", ["20052006-1053"]),
        ("Zie aanhangsel van de Handelingen II 1998/1999, nr. 5", ["19981999-5"]),
        ("Aanhangsel-Handelingen nr. 2182, vergaderjaar 2004–2005", ["20042005-2182"]),
        ("Aanhangsel bij de Handelingen 2002–2003, nr. 1050", ["20022003-1050"]),
        (
            "Aanhangsel Handelingen, nrs. 8, 248 en 252, vergaderjaar 2006–2007.",
            ["20062007-8", "20062007-248", "20062007-252"],
        ),
        (
            "Aanhangsel Handelingen nr. 1, 1990-1991; aanhangsel Handelingen nr. 2, 1991-1992",
            ["19901991-1", "19911992-2"],
        ),
        ("Aanhangsel Handelingen 1990-1991, nr. 34, en 1991-1992, nr. 547", ["19901991-34"]),
        ("Aanhangsel Handelingen, II 2004/05, nr. 509.", ["20042005-509"]),
        ("Aanhangsel Handelingen nr. 66, vergaderjaar 1999/00", ["19992000-66"]),
        ("(Handelingen II 2023/24, Aanhangsel van de Handelingen, nr. 5).", ["20232024-5"]),
        ("Handelingen 1993-1994, Aanhangsel 584, 1185", ["19931994-584", "19931994-1185"]),
        ("Handelingen TK, 1996–1997, aanhangsel: 1201 en 1368", ["19961997-1201", "19961997-1368"]),
        ("Handelingen I 1996–1997, aanhangsel nr. 12", []),
        ("Aanhangsel Handelingen, vergaderjaar 2022–203, nr. 844", []),
        ("Aanhangsel Handelingen, vergaderjaar 1995–97, nr. 12", []),
        ("Aanhangsel Handelingen, nr. 12345, vergaderjaar 1995–1996.", []),
        ("Aanhangsel Handelingen, nr. 012, vergaderjaar 1995–1996.", []),
        ("Aanhangsel Handelingen, nrs. 8 en 012, vergaderjaar 1995–1996.", []),
        ("Aanhangsel Handelingen, nr. 80.", []),
        ("Aanhangsel Handelingen, nr. 894, vergaderjaar 1997–1988.", []),
        ("Aanhangsel Handelingen, Eerste Kamer, vergaderjaar 1996–1997, nr. 11.", []),
        ("Handelingen II, nr. 48, vergaderjaar 1994–1995", []),
    ],
)
def test_a_paper_of_the_aanhangsel_is_cited_by_number_and_session(
    text: str, papers: list[str]
) -> None:
    assert [f"{found.session}-{found.number}" for found in annex_numbers(text)] == papers


@every_case(
    ("text", "papers"),
    [
        ("Kamerstuk 29 385, nr. 12", ["29 385, nr. 12"]),
        ("Kamerstuk 24587, nr. 180, vergaderjaar 2005–2006", ["24 587, nr. 180"]),
        ("Brief, kamerstuk 25 000 XVI nr 23, blz. 4", ["25 000 XVI, nr. 23"]),
        ("Kamerstuk 29 200-X, nr. 67, blz. 15", ["29 200 X, nr. 67"]),
        ("Kamerstuk 26 800 IX B, nr. 3", ["26 800 IXB, nr. 3"]),
        ("Kamerstuk 23 900 C, nr. 7", ["23 900 C, nr. 7"]),
        ("Kamerstuk 21501-02, nr. 575", ["21 501-02, nr. 575"]),
        ("Kamerstukken II, 2006/07, 30 915, nr. 1", ["30 915, nr. 1"]),
        ("Kamerstuk 28 165 nrs. 8 en 10", ["28 165, nr. 8", "28 165, nr. 10"]),
        ("Kamerstuk 24 124, nr. 45, 4 oktober 1996", ["24 124, nr. 45"]),
        ("Kamerstuk 28 165 nrs. 8 en 1010", ["28 165, nr. 8", "28 165, nr. 1010"]),
        ("Kamerstuk 28 165 nrs. 8 en 12345", ["28 165, nr. 8"]),
        ("Kamerstuk 28 165 nrs. 8 en 010", ["28 165, nr. 8"]),
        ("Kamerstuk 28 165 nr. 1010", ["28 165, nr. 1010"]),
        ("Kamerstuk 28 165 nr. 12345", []),
        ("Kamerstuk 28 165 nr. 010", []),
        ("Kamerstukken II, 2006/2007, 30 915, nr. 1", ["30 915, nr. 1"]),
        ("Kamerstukken II, 2006/7, 30 915, nr. 1", []),
        ("Kamerstukken II, 2006/20071, 30 915, nr. 1", []),
        ("Kamerstuk 27 466, nr. 132b", []),
        ("Kamerstuk 23 552", []),
        ("Kamerstukken I, 2003/04, 28 979, nr. 5", []),
        ("Kamerstuk 22 343/22 589, nr. 2", []),
        ("Kamerstukken 2021/2022 29 544, nr. 1080", ["29 544, nr. 1080"]),
        ("Kamerstukken II , 2023/24, 28 828, nr. 137.", ["28 828, nr. 137"]),
        ("Kamerstukken ll 2023/24, 36 410 XVI, nr. 160", ["36 410 XVI, nr. 160"]),
        ("TK 2023/24, 31 839, nr. 1024.", ["31 839, nr. 1024"]),
        ("Tweede Kamer, vergaderjaar 2022–2023, 26 485, nr. 424", ["26 485, nr. 424"]),
        ("Brief, 30 juni 2023 (36 200 XIV, nr. 126).", ["36 200 XIV, nr. 126"]),
        ("Brief (kenmerk 36 200, nr. 126)", []),
        ("Brief (36 200, nr. 126", []),
        ("Eerste Kamer, vergaderjaar 2022–2023, 26 485, nr. 4", []),
        (
            "Kamerstukken II, 25 424, nr. 679, nr. 684 en 685, en meer",
            ["25 424, nr. 679", "25 424, nr. 684", "25 424, nr. 685"],
        ),
    ],
)
def test_a_parliamentary_paper_is_cited_by_file_and_number(text: str, papers: list[str]) -> None:
    assert list(parliamentary_papers(text)) == papers
