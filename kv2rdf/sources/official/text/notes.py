"""The footnotes of an official paper. Each is printed in the source where its mark is."""

from collections.abc import Callable
from dataclasses import dataclass, field

from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.markup.xml_node import Node


@dataclass(slots=True)
class Notes:
    """The footnotes of the questions or of the answers, in the order of their marks.

    ``read_text`` reads the text of a footnote, without its number. If ``is_in_note`` is true, the
    text is that of a footnote, which can have no footnotes itself.
    """

    read_text: Callable[[Node], Passage | None]
    notes: list[Note] = field(default_factory=list)
    is_in_note: bool = False
    _numbers: set[str] = field(default_factory=set)
    _numbers_by_id: dict[str, str] = field(default_factory=dict)

    def read_note(self, node: Node) -> str:
        """Read a footnote, and return its number.

        Raises ReadError for a footnote in a footnote, for one without a number, and for a number
        that another footnote has.
        """
        if self.is_in_note:
            raise node.read_error("a footnote in a footnote")
        number = _number(node)
        if number in self._numbers:
            raise node.read_error(f"there are two footnotes with the number {number[:20]!r}")
        self._numbers.add(number)
        text = self.read_text(node)
        markup, words = (text.markup, text.text) if text else (None, None)
        self.notes.append(Note(number=number, text=words, markup=markup))
        self._numbers_by_id[node.attribute_or_empty("id")] = number
        return number

    def number_of(self, node: Node) -> str:
        """Return the number of the footnote that another mark (``nootref``) repeats.

        Raises ReadError if there is no such footnote before the mark.
        """
        node.only_attributes("refid", "nr", "status")
        number = self._numbers_by_id.get(node.attribute_or_empty("refid"))
        number = number or node.attribute_or_empty("nr") or node.text
        if node.text not in {"", number}:
            raise node.read_error(f"cannot place text {node.text[:60]!r}")
        if number not in self._numbers:
            raise node.read_error("a mark of a footnote that is not before it")
        return number


def _number(node: Node) -> str:
    """Return the printed number of a footnote: that of ``noot.nr``, ``nr`` or the attribute."""
    node.only_attributes("id", "type", "nr", "status")
    printed = node.one_or_none("noot.nr") or node.one_or_none("nr")
    if node.many("noot.nr") and node.many("nr"):
        raise node.read_error("a footnote with two numbers")
    number = printed.only_text if printed else node.attribute_or_empty("nr")
    if not number:
        raise node.read_error("a footnote without a number")
    return number
