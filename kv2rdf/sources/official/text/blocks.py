"""The blocks of a text: paragraphs, groups of paragraphs, lists and tables."""

from collections.abc import Iterable, Sequence

from kv2rdf.model.text import Passage
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.text.builder import TextBuilder
from kv2rdf.sources.official.text.inline import read_inline
from kv2rdf.sources.official.text.notes import Notes
from kv2rdf.sources.official.text.tables import read_table

PARAGRAPHS = frozenset(
    (
        *(
            "al",
            "tussenkop",
            "titel",
            "subtitel",
            "label",
            "tuskop",
            "bijschrift",
            "bron",
            "noot.al",
        ),
        *("functie", "plaats", "datum", "naam", "organisatie", "toelicht", "margetekst", "term"),
        "noot.al",
    )
)
"""Elements that represent one paragraph."""

GROUPS = frozenset(
    (
        *("al-groep", "alineagroep", "tekst", "vrije-tekst", "divisie", "kop", "citaat", "box"),
        *("figuur", "ondertekening", "kamervraagbijlage", "tekstcorrectie", "definitie"),
    )
)
"""Elements that contain blocks but no text outside the blocks."""

_MAY_BE_GROUPS = ("toelicht",)
"""Elements that either represent one paragraph or contain paragraphs."""

_LISTS = {"lijst": "li", "noot.lijst": "noot.li", "definitielijst": "definitie-item"}
_LIST_MARKS = ("li.nr", "nr", "noot.li.nr")
_WITHOUT_TEXT = frozenset(("witreg", "plaatje"))


def new_notes() -> Notes:
    """Return an empty collection of footnotes, whose texts will be read as blocks."""
    return Notes(_note_text)


def passage_of_blocks(nodes: Iterable[Node], notes: Notes) -> Passage | None:
    """Return the text of ``nodes``, which are blocks, or None if they contain no text.

    The footnotes in the text are added to ``notes``. Raises ReadError for unexpected content, such
    as an unknown element or text outside the blocks.
    """
    builder = TextBuilder()
    for node in nodes:
        _read_block(node, builder, notes)
    return None if builder.is_empty else builder.passage()


def blocks_in(node: Node, *skipped: str) -> list[Node]:
    """Return the children of an element, except those with a tag in ``skipped``.

    Raises ReadError if the element directly contains text.
    """
    children = [Node(node.document, child) for child in node.element]
    for text in (node.element.text, *(child.element.tail for child in children)):
        if text and text.strip():
            raise node.read_error(f"cannot place text {text.strip()[:60]!r}")
    return [child for child in children if child.tag not in skipped]


def _note_text(node: Node) -> Passage | None:
    return passage_of_blocks(blocks_in(node, "noot.nr", "nr"), Notes(_note_text, is_in_note=True))


def _read_block(node: Node, builder: TextBuilder, notes: Notes) -> None:
    tag = node.without_namespace().tag
    if tag in PARAGRAPHS and not _is_group(node):
        _read_paragraph(node, builder, notes)
    elif tag in GROUPS or _is_group(node):
        for block in blocks_in(node):
            _read_block(block, builder, notes)
    elif tag in _LISTS:
        _read_list(node, _LISTS[tag], builder, notes)
    elif tag == "table":
        read_table(node, builder, notes, _read_paragraph)
    elif tag not in _WITHOUT_TEXT or node.text:
        raise node.read_error(f"cannot read element {tag}")


def _is_group(node: Node) -> bool:
    """Whether an element is one of ``_MAY_BE_GROUPS`` and contains paragraphs."""
    return node.tag in _MAY_BE_GROUPS and node.element.find("al") is not None


def _read_paragraph(
    node: Node, builder: TextBuilder, notes: Notes, marks: Sequence[Node] = ()
) -> None:
    """Read a paragraph. ``marks`` are the numbers or bullets of a list item that begins with it."""
    if not (marks or node.has_text_outside("noot")):
        if next(node.element.iter("noot", "nootref"), None) is not None:
            raise node.read_error("a paragraph with only a footnote")
        return
    builder.begin_line()
    for mark in marks:
        read_inline(mark, builder, notes)
        builder.add(" ")
    read_inline(node, builder, notes)
    builder.end_line()


def _read_list(node: Node, item_tag: str, builder: TextBuilder, notes: Notes) -> None:
    items = blocks_in(node.only_children(item_tag, "titel"))
    marks = [" ".join(m.text for m in _marks(item)) for item in items if item.tag == item_tag]
    is_ordered = bool(marks) and all(any(map(str.isalnum, mark)) for mark in marks)
    list_tag = "ol" if is_ordered else "ul"
    for title in node.many("titel"):
        _read_paragraph(title, builder, notes)
    builder.begin_block(list_tag)
    for item in node.many(item_tag):
        _read_item(item, builder, notes)
    builder.end_block(list_tag)


def _marks(item: Node) -> list[Node]:
    """Return the printed numbers or bullets of a list item, except those without text."""
    return [
        mark
        for tag in _LIST_MARKS
        if item.many(tag) and (mark := item.one(tag)).has_text_outside("noot")
    ]


def _read_item(item: Node, builder: TextBuilder, notes: Notes) -> None:
    marks, blocks = _marks(item), blocks_in(item, *_LIST_MARKS)
    builder.begin_block("li")
    if marks:
        if not blocks or blocks[0].tag not in PARAGRAPHS:
            raise item.read_error("a list item that does not begin with a paragraph")
        _read_paragraph(blocks.pop(0), builder, notes, marks)
    for block in blocks:
        _read_block(block, builder, notes)
    builder.end_block("li")
