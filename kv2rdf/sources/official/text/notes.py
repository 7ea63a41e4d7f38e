"""The footnotes of an official paper.

In the XML, the element of the first mark of a footnote contains the text of the footnote.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.markup.xml_node import Node

NumberedNote: TypeAlias = tuple[str, int]
"""The number of a footnote, and its position among the footnotes with that number, from 1."""


@dataclass(slots=True)
class Notes:
    """The footnotes of the questions or of the answers, in the order of their marks.

    ``read_text`` reads the text of a footnote, without its number. If ``is_in_note`` is true, the
    text that is being read is itself a footnote, in which no footnotes are allowed.
    """

    read_text: Callable[[Node], Passage | None]
    notes: list[Note] = field(default_factory=list)
    is_in_note: bool = False
    _repetitions: Counter[str] = field(default_factory=Counter)
    _notes_by_id: dict[str, NumberedNote] = field(default_factory=dict)

    def read_note(self, node: Node) -> NumberedNote:
        """Read a footnote. Return its number, and how many footnotes have had that number so far.

        Raises ReadError for a footnote in a footnote, and for a footnote without a number.
        """
        if self.is_in_note:
            raise node.read_error("a footnote in a footnote")
        number = _number(node)
        text = self.read_text(node)
        markup, words = (text.markup, text.text) if text else (None, None)
        self.notes.append(Note(number=number, text=words, markup=markup))
        self._repetitions[number] += 1
        found = number, self._repetitions[number]
        if identifier := node.attribute_or_empty("id"):
            self._notes_by_id[identifier] = found
        return found

    def note_of(self, node: Node) -> NumberedNote:
        """Return the footnote to which a further mark (``nootref``) refers.

        If the mark refers to a number instead of an id, return the last footnote so far with that
        number. Raises ReadError if there is no such footnote before the mark, or if the mark
        contains any text other than the number of the footnote.
        """
        found = self._notes_by_id.get(node.attribute_or_empty("refid"))
        number = found[0] if found else node.attribute_or_empty("nr") or node.text
        if node.text not in {"", number}:
            raise node.read_error(f"cannot place text {node.text[:60]!r}")
        if number not in self._repetitions:
            raise node.read_error("a mark of a footnote that is not before it")
        return found or (number, self._repetitions[number])


def _number(node: Node) -> str:
    """Return the printed number of a footnote.

    It is in the element ``noot.nr`` or ``nr``, or in the attribute ``nr``.
    """
    printed = node.one_or_none("noot.nr") or node.one_or_none("nr")
    if node.many("noot.nr") and node.many("nr"):
        raise node.read_error("a footnote with two numbers")
    number = printed.only_text if printed else node.attribute_or_empty("nr")
    if not number:
        raise node.read_error("a footnote without a number")
    return number
