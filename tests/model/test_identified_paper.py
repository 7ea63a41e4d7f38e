"""The facts that the identifier of a paper shows, without any guesses."""

from kv2rdf.model.completeness import CountedChamber, CountedPaper, PaperGroup
from kv2rdf.model.identified_paper import identified_paper
from tests.every_case import every_case

TK, EK, UNKNOWN = CountedChamber
QUESTIONS, REPLY, ORAL, INTERPELLATION, PROVISIONAL, IRREGULAR = CountedPaper


@every_case(
    ("identifier", "session", "year", "chamber", "kind"),
    [
        ("ah-tk-20202021-3235", "2020-2021", "", TK, REPLY),
        ("ah-tk-19992000-7", "1999-2000", "", TK, REPLY),
        ("ah-ek-20192020-10", "2019-2020", "", EK, REPLY),
        ("kv-tk-2022Z00634", "", "2022", TK, QUESTIONS),
        ("kv-2009Z01234", "", "2009", TK, QUESTIONS),
        ("kv-2040509430", "2004-2005", "", TK, QUESTIONS),
        ("kv-2989900820", "1998-1999", "", TK, QUESTIONS),
        ("kv-2990004460", "1999-2000", "", TK, QUESTIONS),
        ("kv-2989900822", "1998-1999", "", TK, ORAL),
        ("kv-2060700013", "2006-2007", "", TK, INTERPELLATION),
        ("kv-ek-215160000", "2015-2016", "", EK, QUESTIONS),
        ("kv-ek-22122001", "2021-2022", "", EK, QUESTIONS),
        ("kv-ek-232401", "2023-2024", "", EK, QUESTIONS),
        ("ah-1151601", "", "", UNKNOWN, PROVISIONAL),
        ("kv-12345", "", "", UNKNOWN, PROVISIONAL),
    ],
)
def test_an_identifier_says_its_session_or_its_calendar_year(
    identifier: str, session: str, year: str, chamber: CountedChamber, kind: CountedPaper
) -> None:
    group = PaperGroup(session=session, year=year, chamber=chamber, kind=kind)
    assert identified_paper(identifier).group == group


@every_case(
    ("identifier", "chamber"),
    [
        ("kv-tk-201707014", TK),
        ("kv-tk-2012Z001173", TK),
        ("kv-2009z01234", UNKNOWN),
        ("kv-9899907690", UNKNOWN),
        ("kv-2070814730-h", UNKNOWN),
        ("kv-2040609430", UNKNOWN),
        ("ah-ek-19951995-1", EK),
        ("ah-tk-20092010-AH2134", TK),
        ("ah-tk-20112012-27527", TK),
        ("ah-tk-20112012-0", TK),
        ("kv-tk-2022Z0063٤", TK),
    ],
)
def test_an_identifier_of_another_form_is_irregular(
    identifier: str, chamber: CountedChamber
) -> None:
    paper = identified_paper(identifier)
    assert paper.key == identifier
    assert paper.group == PaperGroup(chamber=chamber, kind=IRREGULAR)


@every_case(
    ("identifier", "other"),
    [
        ("ah-tk-20102011-2676-n1", "ah-tk-20102011-2676"),
        ("ah-tk-20202021-0001", "ah-tk-20202021-1"),
        ("kv-2009Z04612", "kv-tk-2009Z04612"),
        ("kv-2040509430-h1", "kv-tk-2040509430"),
    ],
)
def test_a_later_edition_and_a_padded_number_are_the_same_paper(
    identifier: str, other: str
) -> None:
    assert identified_paper(identifier) == identified_paper(other)
