"""The conversion of texts with lists, tables and emphasis (``kv:markup``) to HTML."""

import re
from collections.abc import Callable, Iterator
from xml.etree import ElementTree

from markupsafe import Markup, escape

from kv2rdf.query.case_view.parts import PartView
from kv2rdf.reference.page_words import PageWords

_START = '<div xmlns="http://www.w3.org/1999/xhtml">'
_KEPT = frozenset({"p", "ul", "ol", "li", "tr", "th", "td", "em", "strong", "sup", "sub"})
_MARK = re.compile(r"#noot-(\d{1,4})")
_PAGE = re.compile(r"https?://\S+")
_SPANS = ("colspan", "rowspan")


def structured_html(
    part: PartView, words: PageWords, note_mark: Callable[[str], tuple[str, str]]
) -> Markup | None:
    """Return a text as HTML with its lists and tables, or None if ``part`` contains no markup.

    Only the elements that docs/structured-text.md lists are kept. Any other element is replaced by
    its text. ``note_mark`` takes the address of a note, and returns its number and its link.
    """
    root = _root(part.markup or "")
    if root is None:
        return None
    marks = [note_mark(note) for _, note in part.marks]
    return Markup("").join(_content(root, words, marks))


def _root(markup: str) -> ElementTree.Element | None:
    """Return the root element of ``markup``, or None if it is not XHTML in the expected form.

    Text with a document type declaration is rejected, so the markup cannot define XML entities.
    """
    if not markup.startswith(_START):
        return None
    try:
        return ElementTree.fromstring(markup)  # noqa: S314 - there are no entities
    except ElementTree.ParseError:
        return None


def _content(
    element: ElementTree.Element, words: PageWords, marks: list[tuple[str, str]]
) -> Iterator[Markup]:
    yield escape(element.text or "")
    for child in element:
        yield _element(child, words, marks)
        yield escape(child.tail or "")


def _element(
    element: ElementTree.Element, words: PageWords, marks: list[tuple[str, str]]
) -> Markup:
    name = element.tag.rpartition("}")[2]
    inside = Markup("").join(_content(element, words, marks))
    if name == "br":
        return Markup("<br>")
    if name == "a":
        return _anchor(element.get("href", ""), inside, marks)
    if name == "table":
        opening = Markup('<div class="scroll" role="region" tabindex="0" aria-label="{}"><table>')
        return opening.format(words.text("table")) + inside + Markup("</table></div>")
    if name not in _KEPT:
        return inside
    spans = Markup("").join(
        Markup(' {}="{}"').format(span, element.get(span))
        for span in _SPANS
        if name in ("th", "td") and element.get(span, "").isdecimal()
    )
    return Markup("<{}{}>{}</{}>").format(name, spans, inside, name)


def _anchor(href: str, inside: Markup, marks: list[tuple[str, str]]) -> Markup:
    mark = _MARK.fullmatch(href)
    if mark and not inside and 1 <= int(mark[1]) <= len(marks):
        number, link = marks[int(mark[1]) - 1]
        return Markup('<sup><a href="{}">{}</a></sup>').format(link, number)
    if _PAGE.fullmatch(href):
        return Markup('<a href="{}" rel="external">{}</a>').format(href, inside)
    return inside
