"""Tables in the CALS model: rows of entries, which may span columns and rows."""

from collections.abc import Callable

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.text.builder import TextBuilder
from kv2rdf.sources.official.text.inline import read_inline
from kv2rdf.sources.official.text.notes import Notes

_WITHOUT_TEXT = ("colspec", "spanspec")
_PARAGRAPHS = ("al", "titel")
ReadParagraph = Callable[[Node, TextBuilder, Notes], None]


def read_table(
    node: Node, builder: TextBuilder, notes: Notes, read_paragraph: ReadParagraph
) -> None:
    """Read a table.

    Its title becomes a paragraph before it. Raises ReadError for unexpected content.
    """
    for child in node.only_children("title", "titel", "tgroup").element:
        part = Node(node.document, child)
        if part.tag in {"title", "titel"}:
            read_paragraph(part, builder, notes)
        elif part.tag == "tgroup":
            _read_group(part, builder, notes)


def _read_group(group: Node, builder: TextBuilder, notes: Notes) -> None:
    names = [spec.attribute_or_empty("colname") for spec in group.many("colspec")]
    columns = {name: position for position, name in reversed(list(enumerate(names)))}
    spans = {spec.attribute_or_empty("spanname"): spec for spec in group.many("spanspec")}
    _only_rows(group, "thead", "tbody", "tfoot")
    rows = [
        (row, "th" if part == "thead" else "td")
        for part in ("thead", "tbody", "tfoot")
        for section in group.many(part)
        for row in _only_rows(section, "row").many("row")
    ]
    if not any(row.only_children("entry").many("entry") for row, _ in rows):
        return
    builder.begin_block("table")
    for row, tag in rows:
        entries = row.only_children("entry").many("entry")
        if entries:
            builder.begin_line("tr")
            for position, entry in enumerate(entries):
                builder.begin_cell(tag, _spans(entry, columns, spans), is_first=position == 0)
                _read_entry(entry, builder, notes)
                builder.end_cell(tag)
            builder.end_line("tr")
    builder.end_block("table")


def _only_rows(node: Node, *tags: str) -> Node:
    """Check the content of ``node``, and return ``node``.

    Only elements with one of ``tags`` and empty definitions of columns and spans are allowed.
    Raises ReadError for any other content that is not blank.
    """
    for tag in _WITHOUT_TEXT:
        for found in node.many(tag):
            found.only_children()
    return node.only_children(*_WITHOUT_TEXT, *tags)


def _spans(entry: Node, columns: dict[str, int], spans: dict[str, Node]) -> str:
    """Return the attributes of a cell that spans columns or rows, or "" for any other cell.

    ``columns`` maps the names of the columns to their positions, and ``spans`` maps the names of
    spans to their definitions. Raises ReadError if the span is not valid.
    """
    spec = spans.get(entry.attribute_or_empty("spanname"), entry)
    first, last = spec.attribute_or_empty("namest"), spec.attribute_or_empty("nameend")
    more = entry.attribute_or_empty("morerows") or "0"
    if not more.isdecimal() or ((first or last) and not {first, last} <= columns.keys()):
        raise entry.read_error("cannot read the columns or rows that this entry spans")
    width = columns[last] - columns[first] + 1 if first else 1
    height = int(more) + 1
    if width < 1:
        raise entry.read_error("the last column of this entry is before the first")
    wide = (("colspan", width), ("rowspan", height))
    return "".join(f' {name}="{number}"' for name, number in wide if number > 1)


def _read_entry(entry: Node, builder: TextBuilder, notes: Notes) -> None:
    """Read an entry, which contains either text or paragraphs."""
    blocks = [Node(entry.document, child) for child in entry.element]
    if not any(block.tag in {*_PARAGRAPHS, "al-groep"} for block in blocks):
        read_inline(entry, builder, notes)
        return
    entry.only_children(*_PARAGRAPHS, "al-groep")
    paragraphs = [paragraph for block in blocks for paragraph in _paragraphs(block)]
    filled = [paragraph for paragraph in paragraphs if not paragraph.is_blank]
    for position, paragraph in enumerate(filled):
        if len(filled) > 1:
            builder.begin_paragraph_in_cell(is_first=position == 0)
        read_inline(paragraph, builder, notes)
        if len(filled) > 1:
            builder.end_paragraph_in_cell()


def _paragraphs(block: Node) -> list[Node]:
    """Return the paragraphs in ``block``, which is a paragraph or a group of paragraphs."""
    if block.tag != "al-groep":
        return [block]
    group = block.only_children(*_PARAGRAPHS)
    return [Node(group.document, child) for child in group.element if child.tag in _PARAGRAPHS]
