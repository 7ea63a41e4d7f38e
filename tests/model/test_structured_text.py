"""Markup: the text that is obtained from it, and the markup that is refused."""

import pytest
from lxml import etree

from kv2rdf.errors import ShapeError
from kv2rdf.model.structured_text import check_markup
from tests.every_case import every_case

MARK = '<a href="#noot-1"></a>'


def div(blocks: str) -> str:
    return f'<div xmlns="http://www.w3.org/1999/xhtml">{blocks}</div>'


@every_case(
    ("blocks", "text"),
    [
        ("<p>Een</p><p>twee</p>", "Een\ntwee"),
        ("<p></p><p>twee</p>", "\ntwee"),
        ("<p>a<br></br>b</p>", "a\nb"),
        ("<p>H<sub>2</sub>O &lt; 5 &amp; m<sup>3</sup> &gt; 4</p>", "H2O < 5 & m3 > 4"),
        ('<p>Zie <a href="https://example.org/a?b=1&amp;c">hier</a>.</p>', "Zie hier."),
        ('<p><em class="ond">Let <strong>op</strong></em></p>', "Let op"),
        (
            "<p>Drie:</p><ol><li><p>a. een</p><ul><li><p>– los</p></li></ul></li>"
            "<li><p>b. twee</p><p>vervolg</p></li></ol><p>Einde</p>",
            "Drie:\na. een\n– los\nb. twee\nvervolg\nEinde",
        ),
        (
            '<table><tr><th></th><th colspan="2">Jaar</th></tr>'
            "<tr><td><p>a</p><p>b</p></td><td>c<br></br>d</td><td></td></tr></table>",
            "\tJaar\na b\tc d\t",
        ),
        ("<p>Controle\x7f en 𝄞</p>", "Controle\x7f en 𝄞"),
    ],
)
def test_the_text_follows_from_the_elements(blocks: str, text: str) -> None:
    markup = div(blocks)
    canonical = etree.tostring(etree.fromstring(markup), method="c14n", exclusive=True)
    assert canonical.decode() == markup
    check_markup(markup, text)


@every_case(
    "markup",
    [
        "",
        "Tekst",
        "<p>Zonder wortel</p>",
        "<div><p>Geen naamruimte</p></div>",
        div("<p>open"),
        div("<p>Verkeerd</div></p>"),
        div("<p>een</p>") + div("<p>twee</p>"),
        div("<p>een</p>") + "tekst",
        f"</p>{div('<p>een</p>')}",
        div("tekst buiten een alinea"),
        div("<p>een</p>\n<p>twee</p>"),
        div("<p>een\ttwee</p>"),
        div("<p>een & twee</p>"),
        div("<p>een &quot; twee</p>"),
        div("<p>een > twee</p>"),
        div("<p>een<br/>twee</p>"),
        div("<p>een<br>x</br></p>"),
        div("<p>een<!-- weg --></p>"),
        div("<p>een<?pi x?></p>"),
        div("<p><![CDATA[een]]></p>"),
        div("<p>een\x00</p>"),
        div("<p>een\ufffe</p>"),
        div("<P>een</P>"),
        div("<p id='x'>een</p>"),
        div('<p class="x">een</p>'),
        div('<p><em class="Twee Woorden">een</em></p>'),
        div("<p><script>een</script></p>"),
        div('<p><a href="javascript:een()">een</a></p>'),
        div('<p><a href="https://example.org/"></a></p>'),
        div('<p><a href="#noot-1">1</a></p>'),
        div('<p><a href="#noot-01"></a></p>'),
        div("<p><a>een</a></p>"),
        div("<li><p>een</p></li>"),
        div("<ol><p>een</p></ol>"),
        div("<p><p>een</p></p>"),
        div("<table><tr><td>een<p>twee</p></td></tr></table>"),
        div("<table><tr><td><p>een</p>twee</td></tr></table>"),
        div("<table><tr><td><p>een</p><em>twee</em></td></tr></table>"),
        div('<table><tr><td colspan="1">een</td></tr></table>'),
        div('<table><tr><td rowspan="2" colspan="2">een</td></tr></table>'),
        '<!DOCTYPE div [<!ENTITY a "b">]>' + div("<p>een</p>"),
    ],
)
def test_what_is_not_canonical_or_has_other_elements_is_refused(markup: str) -> None:
    with pytest.raises(ShapeError, match="the markup"):
        check_markup(markup, "")


def test_a_mark_is_at_the_offset_of_the_mark_with_its_ordinal() -> None:
    second = '<a href="#noot-2"></a>'
    markup = div(f"<p>Een{MARK}</p><table><tr><td>a</td><td>{second}b</td></tr></table>")
    check_markup(markup, "Een\na\tb", [3, 6])
    check_markup(markup, "Een\na\tb", [3, 6, None])
    for offsets in ([3], [3, 5], [6, 3], [None, 6], []):
        with pytest.raises(ShapeError, match=r"the markup has mark . at ., but the text does not"):
            check_markup(markup, "Een\na\tb", offsets)


def test_a_mark_that_is_missing_from_the_markup_is_refused() -> None:
    check_markup(div(f"<p>Een{MARK}</p>"), "Een", [3])
    for markup, offsets in ((div("<p>Een</p>"), [3]), (div(f"<p>Een{MARK}</p>"), [3, 3])):
        problem = f"the text has mark {len(offsets)} at 3, but the markup does not"
        with pytest.raises(ShapeError, match=problem):
            check_markup(markup, "Een", offsets)


def test_a_mark_that_is_repeated_in_the_markup_is_refused() -> None:
    second = '<a href="#noot-2"></a>'
    check_markup(div(f"<p>Een{MARK}{second}</p>"), "Een", [3, 3])
    with pytest.raises(ShapeError, match="the markup has mark 1 more than once"):
        check_markup(div(f"<p>Een{MARK}{MARK}</p>"), "Een", [3])


@every_case(
    ("empty", "full"),
    [
        ("<ol></ol>", "<ol><li><p></p></li></ol>"),
        ("<ul></ul>", "<ul><li><p></p></li></ul>"),
        ("<ol><li></li></ol>", "<ol><li><p></p></li></ol>"),
        ("<table></table>", "<table><tr><td></td></tr></table>"),
        ("<table><tr></tr></table>", "<table><tr><th></th></tr></table>"),
        ("", "<p></p>"),
    ],
)
def test_an_empty_list_table_or_root_is_refused(empty: str, full: str) -> None:
    check_markup(div(full), "")
    with pytest.raises(ShapeError, match="the markup has an empty <"):
        check_markup(div(empty), "")


def test_markup_of_another_text_is_refused() -> None:
    with pytest.raises(ShapeError, match="the text of the markup is 'Een', and the text is 'Twee'"):
        check_markup(div("<p>Een</p>"), "Twee")


def test_long_markup_is_read_in_a_short_time() -> None:
    check_markup(div("<p>woord<em>x</em></p>" * 10_000), "\n".join(["woordx"] * 10_000))
