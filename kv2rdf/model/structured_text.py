"""Markup: a text with its lists, tables and emphasis, as XHTML in canonical form.

docs/structured-text.md describes the elements, and how the plain text is obtained from the markup.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kv2rdf.errors import ShapeError

_BLOCKS = frozenset(("p", "ol", "ul", "table"))
_INLINE = frozenset(("em", "strong", "sub", "sup", "a", "br"))
_CELLS = frozenset(("th", "td"))
_CHILDREN = {
    "": frozenset(("div",)),
    "div": _BLOCKS,
    "ol": frozenset(("li",)),
    "ul": frozenset(("li",)),
    "li": _BLOCKS,
    "table": frozenset(("tr",)),
    "tr": _CELLS,
    "a": _INLINE - {"a"},
    "br": frozenset[str](),
} | dict.fromkeys(("p", "em", "strong", "sub", "sup"), _INLINE)
_CHILDREN |= dict.fromkeys(_CELLS, _INLINE | {"p"})
_NEVER_EMPTY = frozenset(("div", "ol", "ul", "li", "table", "tr"))
_WITH_TEXT = frozenset(("p", "em", "strong", "sub", "sup", "a")) | _CELLS
_SPAN = r'="(?:[2-9]|[1-9][0-9]+)"'
_ATTRIBUTES = {
    "div": re.compile(r' xmlns="http://www\.w3\.org/1999/xhtml"'),
    "em": re.compile(r'(?: class="[a-z][a-z0-9-]*")?'),
    "a": re.compile(r' href="(?:#noot-[1-9][0-9]*|https?://(?:[^\s&"]|&amp;)+)"'),
} | dict.fromkeys(_CELLS, re.compile(f"(?: colspan{_SPAN})?(?: rowspan{_SPAN})?"))
_NO_ATTRIBUTES = re.compile("")
_TOKEN = re.compile(
    r"""
      <(?P<tag>[a-z]+)(?P<attributes>(?:\ [^<>]*)?)>
    | </(?P<end>[a-z]+)>
    | (?P<text>(?:[^\x00-\x1f<>&\ud800-\udfff\ufffe\uffff]|&amp;|&lt;|&gt;)+)
    """,
    re.VERBOSE,
)
_MARK = ' href="#noot-'


def check_markup(markup: str, text: str, mark_offsets: Sequence[int | None] = ()) -> None:
    """Raise ShapeError unless ``markup`` is valid and its text is ``text``.

    ``mark_offsets`` contains the offset of each footnote mark of the text. The markup must contain
    each of these marks once, as an ``a`` element without text at that offset. The number in
    ``href`` is the position of the mark in ``mark_offsets``: ``<a href="#noot-2"></a>`` is the
    second mark. A mark whose offset is None must not be in the markup.
    """
    found = _read(markup)
    if found.text != text:
        raise ShapeError(f"the text of the markup is {found.text!r}, and the text is {text!r}")
    missing = {n: at for n, at in enumerate(mark_offsets, start=1) if at is not None}
    offsets = dict(missing)
    for ordinal, offset in found.marks:
        if offsets.get(ordinal) != offset:
            raise ShapeError(f"the markup has mark {ordinal} at {offset}, but the text does not")
        if missing.pop(ordinal, None) is None:
            raise ShapeError(f"the markup has mark {ordinal} more than once")
    for ordinal, offset in missing.items():
        raise ShapeError(f"the text has mark {ordinal} at {offset}, but the markup does not")


@dataclass(slots=True)
class _Element:
    """An open element: its tag, and the state of its content."""

    tag: str
    children: int = 0
    has_text: bool = False
    mark: int | None = None


@dataclass(slots=True)
class _Reading:
    """The state of the parser: the text and the footnote marks read so far.

    Each item of ``marks`` is a pair of the ordinal of a mark and its offset.
    """

    open: list[_Element] = field(default_factory=lambda: [_Element("")])
    marks: list[tuple[int, int]] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    has_lines: bool = False

    @property
    def text(self) -> str:
        """The text read so far."""
        return "".join(self.pieces)

    def begin(self, tag: str, attributes: str) -> None:
        """Begin an element, and write the white space that separates it from the text before it.

        Raises ShapeError if the element or its attributes are not allowed here.
        """
        parent = self.open[-1]
        if tag not in _CHILDREN[parent.tag] or (tag == "p" and parent.has_text):
            raise ShapeError(f"the markup has <{tag}> in <{parent.tag}>")
        if not _ATTRIBUTES.get(tag, _NO_ATTRIBUTES).fullmatch(attributes):
            raise ShapeError(f"the markup has <{tag}> with {attributes.strip() or 'no attribute'}")
        if tag in _INLINE:
            self._begin_inline(parent)
        if tag == "tr" or (tag == "p" and parent.tag not in _CELLS):
            self._write("\n" if self.has_lines else "")
            self.has_lines = True
        elif parent.children and (tag in _CELLS or tag == "p"):
            self._write("\t" if tag in _CELLS else " ")
        elif tag == "br":
            is_in_cell = any(element.tag in _CELLS for element in self.open)
            self._write(" " if is_in_cell else "\n")
        parent.children += 1
        mark = int(attributes.removeprefix(_MARK)[:-1]) if attributes.startswith(_MARK) else None
        self.open.append(_Element(tag, mark=mark))

    def end(self, tag: str) -> None:
        """End the innermost element. Raises ShapeError if it is not a valid ``tag`` element."""
        element = self.open.pop()
        if element.tag != tag:
            raise ShapeError(f"the markup has </{tag}> where <{element.tag}> is open")
        if tag in _NEVER_EMPTY and not element.children:
            raise ShapeError(f"the markup has an empty <{tag}>")
        if element.tag == "a" and (element.mark is None) != element.has_text:
            raise ShapeError("the markup has a link without text, or a mark with text")
        if element.mark is not None:
            self.marks.append((element.mark, self.length))

    def add(self, words: str) -> None:
        """Add text to the innermost element.

        Raises ShapeError if this element must not contain text.
        """
        if self.open[-1].tag not in _WITH_TEXT:
            raise ShapeError(f"the markup has text in <{self.open[-1].tag}>: {words[:60]!r}")
        self._begin_inline(self.open[-1])
        self._write(words)

    def _write(self, words: str) -> None:
        self.pieces.append(words)
        self.length += len(words)

    def _begin_inline(self, parent: _Element) -> None:
        if parent.tag in _CELLS and parent.children and not parent.has_text:
            raise ShapeError(f"the markup has text beside <p> in <{parent.tag}>")
        parent.has_text = True


def _read(markup: str) -> _Reading:
    reading = _Reading()
    for token in _tokens(markup):
        if token["tag"]:
            reading.begin(token["tag"], token["attributes"])
        elif token["end"]:
            reading.end(token["end"])
        else:
            words = token["text"].replace("&lt;", "<").replace("&gt;", ">")
            reading.add(words.replace("&amp;", "&"))
    if len(reading.open) != 1 or reading.open[0].children != 1:
        raise ShapeError("the markup is not one whole element")
    return reading


def _tokens(markup: str) -> Iterator[re.Match[str]]:
    position = 0
    while position < len(markup):
        token = _TOKEN.match(markup, position)
        if token is None:
            raise ShapeError(f"the markup is not canonical XHTML at {markup[position:][:60]!r}")
        yield token
        position = token.end()
