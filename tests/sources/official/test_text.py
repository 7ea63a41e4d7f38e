"""The text of official papers, and its markup."""

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.structured_text import check_markup
from kv2rdf.model.text import Mark, Note, Passage
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.papers import note, official, question


def text(*blocks: str) -> Passage:
    """Return the text of a question with these blocks, after a check of its markup."""
    paper = read_paper(official(question("1", *blocks)))
    passage = paper.questions[0].text
    if passage.markup is not None:
        check_markup(passage.markup, passage.text, [mark.offset for mark in passage.marks])
    return passage


def notes(*blocks: str) -> tuple[Note, ...]:
    return read_paper(official(question("1", *blocks))).question_notes


def markup(*blocks: str) -> str:
    """Return the markup of a question, without its root."""
    found = text(*blocks).markup
    assert found is not None
    start, end = '<div xmlns="http://www.w3.org/1999/xhtml">', "</div>"
    assert found.startswith(start)
    return found.removeprefix(start).removesuffix(end)


@every_case(
    ("block", "expected"),
    [
        ("gis<nadruk type='cur'>ter</nadruk>en, en dit", "gisteren, en dit"),
        ("  CO<inf>2</inf>\n\t en m<sup>3</sup>. ", "CO2 en m3."),
        ("a <nadruk type='vet'> b </nadruk> c", "a b c"),
        ("a<nadruk type='vet'> </nadruk>b", "a b"),
        ("a<br/> b<br/>", "a\nb"),
        ("artikel\u00a03 af\u00adbreken", "artikel\u00a03 af\u00adbreken"),
        ("😀 ελληνικά עברית", "😀 ελληνικά עברית"),
        ("<extref doc='stb-2020-1' soort='document'>Staatsblad</extref>, 1", "Staatsblad, 1"),
        ("a<?xpp lead;-1?>b <!-- c -->d", "ab d"),
        ("<al>1</al>", None),
    ],
)  # fmt: skip
def test_no_character_is_lost_or_put_in(block: str, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(ReadError, match="cannot read element al"):
            text(f"x{block}")
    else:
        assert text(block).text == expected


def test_a_text_without_structure_has_no_markup() -> None:
    assert text(
        "<al-groep><al>Een.</al><al>Twee.</al></al-groep>", "<witreg/>", "Drie."
    ) == Passage(paragraphs=("Een.", "Twee.", "Drie."))


@every_case(
    ("block", "expected"),
    [
        ("a <nadruk type='cur'>b</nadruk>", "<p>a <em>b</em></p>"),
        ("<nadruk type='vet'>a<nadruk type='vet'>b</nadruk></nadruk>",
         "<p><strong>ab</strong></p>"),
        ("a <nadruk type='vet'>b </nadruk>c", "<p>a <strong>b </strong>c</p>"),
        ("a <nadruk type='vet'>b</nadruk> c", "<p>a <strong>b</strong> c</p>"),
        ("CO<inf>2</inf> of<sup> a</sup>", "<p>CO<sub>2</sub> of <sup>a</sup></p>"),
        ("a<nadruk type='ondlijn'>b</nadruk>", '<p>a<em class="ondlijn">b</em></p>'),
        ("a<sup>b</sup><inf>c</inf>", "<p>a<sup>b</sup><sub>c</sub></p>"),
        ("a<br/>b &lt;c&gt; &amp;", "<p>a<br></br>b &lt;c&gt; &amp;</p>"),
        ("<extref doc='https://example.org/?a=1&amp;b=2' soort='URL'>hier</extref>",
         '<p><a href="https://example.org/?a=1&amp;b=2">hier</a></p>'),
        ("<nadruk type='cur'>a</nadruk><nadruk type='cur'/>", "<p><em>a</em></p>"),
    ],
)  # fmt: skip
def test_emphasis_and_links_are_markup(block: str, expected: str) -> None:
    assert markup(block) == expected


def test_a_list_has_its_printed_marks() -> None:
    items = (
        "<li><li.nr>a.</li.nr><al>een</al><al>meer</al></li><li><li.nr>b.</li.nr><al>twee</al></li>"
    )
    dashes = "<li><li.nr>–</li.nr><al>drie</al></li><li><al>vier</al></li>"
    block = f"<lijst type='expliciet'>{items}</lijst><lijst>{dashes}</lijst>"
    assert text("Zie:", block).paragraphs == ("Zie:", "a. een", "meer", "b. twee", "– drie", "vier")
    assert markup("Zie:", block) == (
        "<p>Zie:</p><ol><li><p>a. een</p><p>meer</p></li><li><p>b. twee</p></li></ol>"
        "<ul><li><p>– drie</p></li><li><p>vier</p></li></ul>"
    )


def test_the_mark_of_a_list_item_may_have_markup_and_a_footnote() -> None:
    mark = f"<li.nr>1<sup>e</sup>{note('1', 'x')}</li.nr>"
    block = f"<lijst><li>{mark}<al>een</al></li></lijst>"
    expected = '<ol><li><p>1<sup>e</sup><a href="#noot-1"></a> een</p></li></ol>'
    assert (text(block).text, markup(block)) == ("1e een", expected)


def test_a_list_may_be_in_a_list_item() -> None:
    inner = "<lijst><li><li.nr>1.</li.nr><al>x</al></li></lijst>"
    block = f"<lijst><li><li.nr>–</li.nr><al>a</al>{inner}</li></lijst>"
    assert markup(block) == "<ul><li><p>– a</p><ol><li><p>1. x</p></li></ol></li></ul>"


def test_a_table_has_a_line_for_each_row() -> None:
    table = """<table><title>T</title><tgroup cols="3"><colspec colname="a"/><colspec colname="b"/>
        <colspec colname="c"/><thead><row><entry>Jaar</entry><entry namest="b" nameend="c">Aantal
        </entry></row></thead><tbody><row><entry morerows="1"><al>2029</al><al>(half)</al></entry>
        <entry>1<br/>2</entry><entry/></row></tbody></tgroup></table>"""
    assert text(table).paragraphs == ("T", "Jaar\tAantal", "2029 (half)\t1 2\t")
    assert markup(table) == (
        '<p>T</p><table><tr><th>Jaar</th><th colspan="2">Aantal</th></tr><tr><td rowspan="2">'
        "<p>2029</p><p>(half)</p></td><td>1<br></br>2</td><td></td></tr></table>"
    )


def test_a_cell_may_span_columns_by_the_name_of_a_span() -> None:
    table = """<table frame="all"><tgroup cols="2"><colspec colname="a" colwidth="1*"/>
        <colspec colname="b"/><spanspec spanname="ab" namest="a" nameend="b"/><tbody><row>
        <entry spanname="ab" align="left">x</entry></row></tbody></tgroup></table>"""
    assert markup(table) == '<table><tr><td colspan="2">x</td></tr></table>'


def test_a_mark_is_where_the_footnote_is_printed() -> None:
    passage = text(
        f"Kent u «B» {note('1', 'Krant.')}? En {note('2', 'Een.', 'Twee.')}, {note('3', 'x')}"
    )
    assert passage.text == "Kent u «B»? En,"
    assert [(mark.number, mark.offset) for mark in passage.marks] == [
        ("1", 10),
        ("2", 14),
        ("3", 15),
    ]
    assert notes(f"a{note('1', 'Een.', 'Twee.')}") == (Note(number="1", text="Een.\nTwee."),)


def test_a_footnote_may_have_markup_and_its_mark_may_be_in_emphasis() -> None:
    block = f"a <nadruk type='cur'>b{note('1', 'x <sup>2</sup>')}</nadruk>"
    assert markup(block) == '<p>a <em>b<a href="#noot-1"></a></em></p>'
    (found,) = notes(block)
    assert found.text == "x 2"
    assert found.markup is not None
    check_markup(found.markup, "x 2")


def test_two_footnotes_may_have_one_number() -> None:
    block = f"a{note('1', 'x')}b{note('1', 'y')}c<nootref nr='1'/>"
    assert [(found.number, found.text) for found in notes(block)] == [("1", "x"), ("1", "y")]
    assert [mark.note for mark in text(block).marks] == [("1", 1), ("1", 2), ("1", 2)]


def test_a_mark_may_be_repeated() -> None:
    passage = text(f"a{note('1', 'x')} b<nootref refid='n1'>1</nootref>.")
    assert passage.marks == (Mark(number="1", offset=1), Mark(number="1", offset=3))


@every_case(
    ("block", "problem"),
    [
        ("<onbekend>x</onbekend>", "cannot read element onbekend"),
        ("<lijst><li><al>x</al><onbekend/></li></lijst>", "cannot read element onbekend"),
        ("<lijst>x</lijst>", "cannot place text"),
        ("<al-groep>x</al-groep>", "cannot place text"),
        (f"<al>{note('1', 'x')}</al>", "a paragraph with only a footnote"),
        ("<al>a<noot><noot.al>x</noot.al></noot></al>", "a footnote without a number"),
        (f"<al>a{note('1', 'b' + note('2', 'x'))}</al>", "a footnote in a footnote"),
        ("<al>a<nootref refid='n9'>9</nootref></al>", "a mark of a footnote that is not before it"),
        ("<al><nadruk type='a b'>x</nadruk></al>", "cannot read emphasis"),
        ("<table><tgroup><tbody><row><entry namest='b' nameend='c'>x</entry></row></tbody></tgroup>"
         "</table>", "cannot read the columns"),
        ("<lijst><li><li.nr>1.</li.nr></li></lijst>", "a list item that does not begin"),
        ("<al soort='x'>a</al>", "vraag/al: cannot read attribute soort"),
        ("<lijst><li type='x'><al>a</al></li></lijst>", "lijst/li: cannot read attribute type"),
        ("<al>a <nadruk kleur='rood'>b</nadruk></al>", "nadruk: cannot read attribute kleur"),
    ],
)  # fmt: skip
def test_what_is_not_understood_holds_the_paper_back(block: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem) as error:
        text(block)
    assert "/officiele-publicatie/kamervragen/vraag" in error.value.location
