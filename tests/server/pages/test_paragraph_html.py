"""Paragraphs as HTML, with every kind of piece. No text from a source becomes markup."""

from kv2rdf.server.pages.paragraph_html import paragraph_html
from kv2rdf.server.pages.text_pieces import TextPiece


def test_each_kind_of_piece_has_its_element() -> None:
    line = (
        TextPiece("Zie "),
        TextPiece("antwoord 2", href="#antwoord-2"),
        TextPiece("1", note="#noot-1"),
        TextPiece("beleid", printed="be leid"),
    )
    assert paragraph_html((line, (TextPiece("Ja."),))) == (
        '<p>Zie <a href="#antwoord-2">antwoord 2</a><sup><a href="#noot-1">1</a></sup>'
        '<span class="fix">beleid</span></p>\n<p>Ja.</p>'
    )


def test_every_value_is_escaped() -> None:
    bad = "<i>\"'&"
    line = (
        TextPiece(bad),
        TextPiece(bad, href=bad),
        TextPiece(bad, note=bad),
        TextPiece(bad, printed=bad),
    )
    shown = paragraph_html((line,))
    assert "<i>" not in shown
    assert shown.count("&lt;i&gt;&#34;&#39;&amp;") == 6


def test_a_text_without_lines_has_no_paragraphs() -> None:
    assert paragraph_html(()) == ""
