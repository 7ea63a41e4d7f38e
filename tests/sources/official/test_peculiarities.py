"""Peculiarities of real official papers, each shown by a short paper."""

from datetime import date

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import AnnexNumber
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.official.part_labels import label_and_numbers
from kv2rdf.sources.official.text import blocks, inline
from tests.every_case import every_case
from tests.papers import read_paper, texts
from tests.sources.official.papers import (
    ASKED,
    NOTIFIED,
    REPLIED,
    answer,
    note,
    official,
    question,
)

BODY = (question("1", "Gaat hij?"), answer("1", "Ja."))
ADDRESS = "https://zoek.officielebekendmakingen.nl/{}/metadata.xml"


def test_two_marks_at_one_place_keep_the_comma_between_them() -> None:
    paper = read_paper(official(question("1", f"Kent u «B»?{note('1', 'x')},{note('2', 'y')}")))
    text = paper.questions[0].text
    assert text.text == "Kent u «B»?,"
    assert [mark.note for mark in text.marks] == [("1", 1), ("2", 1)]
    assert [mark.offset for mark in text.marks] == [11, 12]


@every_case(
    ("block", "expected", "offset"),
    [
        (f"a «B»{note('1', 'x')}.", "a «B».", 5),
        (f"a «B».{note('1', 'x')}", "a «B».", 6),
        (f"a <nadruk type='cur'>b</nadruk>{note('1', 'x')} c", "a b c", 3),
        (f"a b{note('1', 'x')}c", "a bc", 3),
    ],
)
def test_text_on_both_sides_of_a_footnote_is_joined(block: str, expected: str, offset: int) -> None:
    text = read_paper(official(question("1", block))).questions[0].text
    assert (text.text, text.marks[0].offset) == (expected, offset)


def test_a_prefix_and_a_space_may_be_in_the_first_name() -> None:
    name = "<naam><voornaam>Romke de </voornaam><achternaam>Bos</achternaam></naam>"
    asked = ASKED.replace("<naam><achternaam>Bos</achternaam></naam>", name)
    (asker,) = read_paper(official(*BODY, asked=asked)).askers
    assert asker.name == "Romke de Bos"


@every_case(
    ("printed", "numbers"),
    [
        ("Vraag 2, 3, 4, 5", ("2", "3", "4", "5")),
        ("Antwoord 2 4", ()),
        ("Antwoord 2 en 4", ("2", "4")),
        ("Antwoord 2 t/m 4", ("2", "3", "4")),
        ("Antwoord vraag 7", ("7",)),
        ("Antwoord(en) op vragen 7, 8, en 9", ("7", "8", "9")),
        ("Antwoorden op de vragen 1 tot en met 3", ("1", "2", "3")),
    ],
)
def test_labels_name_sets_of_numbers(printed: str, numbers: tuple[str, ...]) -> None:
    assert label_and_numbers(printed)[1] == numbers


def test_a_day_may_have_no_break_spaces() -> None:
    asked = ASKED.replace("3 september 2030", "3\u00a0september\u00a02030")
    paper = read_paper(official(*BODY, asked=asked))
    assert (paper.tabled, paper.remarks) == (date(2030, 9, 3), ())


@pytest.mark.parametrize(
    ("identifier", "number", "edition"),
    [
        ("ah-tk-20302031-0017", "0017", 0),
        ("ah-tk-20302031-17-h1", "17", 1),
        ("ah-tk-20302031-17-n1", "17", 1),
    ],
)
def test_an_identifier_is_kept_as_published(identifier: str, number: str, edition: int) -> None:
    paper = read_paper(official(*BODY, number=number, identifier=ADDRESS.format(identifier)))
    assert paper.annex_number == AnnexNumber(session="20302031", number="17")
    assert (paper.publication, paper.edition) == (identifier, edition)


def test_a_paper_that_replaces_another_is_the_paper_of_its_case() -> None:
    identifier = ADDRESS.format("kv-tk-2030Z00001-n1")
    paper = read_paper(
        official(question("1", "a"), number="2030Z00001", replied=None, identifier=identifier)
    )
    assert (paper.cases, paper.publication) == ((("2030Z00001",),), "kv-tk-2030Z00001-n1")


@pytest.mark.parametrize(("last", "words"), [("2", "oral"), ("3", "interpellation")])
def test_questions_that_are_not_written_questions_are_not_read(last: str, words: str) -> None:
    paper = official(question("1", "a"), number=f"298990082{last}", replied=None)
    with pytest.raises(NotAPublicationError, match=words):
        read_paper(paper)


@pytest.mark.parametrize("start", [b"\xef\xbb\xbf", b"\xc3\xaf\xc2\xbb\xc2\xbf"])
def test_a_byte_order_mark_changes_nothing(start: bytes) -> None:
    xml = official(*BODY).replace("\n", "\r\n").encode()
    paper = read_paper(start + xml)
    assert texts((*paper.questions, *paper.answers)) == [(("1",), "Gaat hij?"), (("1",), "Ja.")]


def test_a_notice_may_say_that_the_questions_were_answered_elsewhere() -> None:
    words = "De vragen zijn beantwoord middels een brief (36 471-64)."
    remark = f"<kamervraagopmerking><tussenkop>Mededeling</tussenkop><al>{words}</al>"
    paper = read_paper(
        official(question("1", "Gaat hij?"), f"{remark}</kamervraagopmerking>", replied=NOTIFIED)
    )
    assert paper.kind is PaperKind.NOTICE
    assert paper.notice is not None
    assert paper.notice.text == words


def test_parts_may_have_no_numbers_at_all() -> None:
    paper = read_paper(official(question("", "a"), question("", "b"), answer("", "c")))
    assert [part.label for part in (*paper.questions, *paper.answers)] == [None] * 3


def test_a_further_answer_is_one() -> None:
    paper = read_paper(official(*BODY, replied=REPLIED.replace("Antwoord", "Nader antwoord")))
    assert paper.kind is PaperKind.FURTHER_ANSWER


@every_case(
    "page",
    [
        '<!DOCTYPE html SYSTEM "about:legacy-compat">\n<html><head><title>Technische informatie'
        "</title></head></html>",
        "<!DOCTYPE html><html><body>Deze publicatie is op verzoek van de publicerende organisatie"
        " verwijderd<br></body></html>",
        "<html><body>ah-tk-20302031-17 is niet beschikbaar in HTML-formaat</body></html>",
        "<html><head><title>Lijst van vragen : de sluis</title></head></html>",
    ],
)
def test_a_web_page_that_was_saved_as_xml_is_held_back(page: str) -> None:
    with pytest.raises(ReadError, match="no reader"):
        read_paper(page, "ah-tk-20302031-17.xml")


@every_case("tag", sorted(blocks.PARAGRAPHS))
def test_every_paragraph_is_read(tag: str) -> None:
    paper = read_paper(official(question("1", f"<{tag}>a</{tag}>", "<al>b</al>")))
    assert texts(paper.questions) == [(("1",), "a\nb")]


@every_case("tag", sorted(blocks.GROUPS))
def test_every_group_of_paragraphs_is_read(tag: str) -> None:
    paper = read_paper(official(question("1", f"<{tag}><al>a</al><al>b</al></{tag}>")))
    assert texts(paper.questions) == [(("1",), "a\nb")]


@every_case("tag", sorted(inline.PLAIN))
def test_every_element_of_a_line_without_markup_is_text(tag: str) -> None:
    text = read_paper(official(question("1", f"a<{tag}>b</{tag}>c"))).questions[0].text
    assert (text.text, text.markup) == ("abc", None)


@pytest.mark.parametrize(
    "block",
    [
        "<al><noot nr='1'><al>Toelichting: x</al></noot> Tot slot.</al>",
        "<table><tgroup cols='1'><tbody><row><entry>a</entry></row></tbody></tgroup>"
        "<title>Toelichting: b</title></table>",
    ],
)
def test_a_heading_is_not_looked_for_in_footnotes_and_tables(block: str) -> None:
    assert read_paper(official(*BODY, block)).explanation is None
