"""The questions, answers and notices of an official paper, and the texts between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.official.content import Content, all_text
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS

_PARTS = ("vraag", "antwoord")
_REMARKS = ("kamervraagopmerking", "opmerking")
_LABELS = ("nr", "nummer")
_WORDS = re.compile(
    r"(?:nader antwoord|antwoord(?:en|\(en\))?|vra(?:ag|gen))"
    r"(?: op)?(?: de)?(?: vra(?:ag|gen))?[ .:]*",
    re.IGNORECASE,
)
_EXPLANATION = re.compile(r"Toelichting ?(?::|$)")
_ONE = r"\d{1,4}(?:[a-z](?![^\W_]))?"
_SEPARATOR = r"(?: ?, ?en ?| ?, ?| ?en ?| ?/ ?| ?t ?/ ?m ?| ?tot en met ?)"
_READABLE = re.compile(rf"{_ONE}\.?(?:{_SEPARATOR}{_ONE})*[. :]*", re.ASCII)
_RANGE = re.compile(r"(\d+) ?(?:t ?/ ?m|tot en met) ?(\d+)", re.ASCII)


@dataclass(slots=True)
class _Part:
    """A question or an answer, with the loose text (outside any part) before and after it."""

    element: Element
    location: str
    before: Content
    after: Content = field(default_factory=Content)


@dataclass(slots=True)
class PrintedBody:
    """The parts of a paper, and its other texts, in the order in which they are printed.

    ``left`` contains the loose text that is not added to a part, such as that of a reply without
    answers.
    """

    parts: list[_Part] = field(default_factory=list)
    loose: list[Content] = field(default_factory=list)
    left: list[Content] = field(default_factory=list)
    explanation: Content = field(default_factory=Content)
    _remarks: list[Content] = field(default_factory=list)
    _parts_before: int = 0

    def add(self, element: Element, location: str) -> None:
        """Add a child of the body that does not belong to its head."""
        if element.tag in _REMARKS:
            self._remarks += self._without_explanation(_blocks(element))
        elif element.tag == "toelicht" and not self._has_answer_elements():
            self.explanation.add(element)
        elif element.tag in _PARTS and not _is_heading(element):
            self.parts.append(_Part(element, location, _joined(self.loose)))
            self.loose = []
        elif element.tag in _PARTS:
            self.loose += _blocks(element)
        else:
            self.loose.append(Content())
            self.loose[-1].add(element)

    def end_side(self, *, has_reply: bool) -> None:
        """Add the remaining loose text of the questions or the reply to the last part or ``left``.

        The text is added to ``left`` if there are no parts since the previous call, or if there is
        a reply (``has_reply``) but no answers.
        """
        has_parts = len(self.parts) > self._parts_before
        loose = self._without_explanation(self.loose)
        if has_parts and not (has_reply and not self._has_answer_elements()):
            self.parts[-1].after = _joined(loose)
        else:
            self.left += loose
        self.loose = []
        self._parts_before = len(self.parts)

    def texts(self, *, is_notice: bool | None, has_reply: bool) -> Iterator[FieldText]:
        """Yield the texts of all parts, and the texts outside them.

        ``is_notice`` is whether the description of the reply says that it is a notice, or None if
        the description does not state the kind of reply. ``has_reply`` is whether the paper
        contains a reply. If the paper contains answers, or ``is_notice`` is False, the text of a
        notice is also yielded as a text that a finding must quote.
        """
        has_answers = False
        for part in self.parts:
            texts = list(_part_texts(part))
            has_answers |= any(text.field == "official/antwoord" for text in texts)
            yield from texts
        left = _joined(self.left)
        if is_notice and not self._remarks:
            left = _joined(_without_title(self.left))
        notice = self._notice(without_heading=has_reply or has_answers)
        if left.text.strip() and (self._remarks or is_notice or not has_reply):
            notice.extend(left)
        elif left.text.strip():
            has_answers = True
            yield from _content_texts("official/antwoord", "text without an answer", left)
            yield _field("official/los", "text without an answer", left.text)
        if not (has_reply or has_answers):
            self.explanation.extend(notice)
        elif notice.text.strip():
            is_answer = has_answers or is_notice is False
            yield from _content_texts("official/opmerking", "kamervraagopmerking", notice)
            if is_answer:
                yield _field("official/los", "kamervraagopmerking", notice.text)
        if self.explanation.text.strip():
            yield from _content_texts("official/toelichting", "toelichting", self.explanation)

    def _has_answer_elements(self) -> bool:
        return any(part.element.tag == "antwoord" for part in self.parts)

    def _without_explanation(self, blocks: list[Content]) -> list[Content]:
        """Add the blocks of the explanation to ``explanation``, and return the other blocks.

        The explanation begins with a heading.
        """
        others: list[Content] = []
        is_explained = False
        for block in blocks:
            words = _words(block)
            is_explained = bool(_EXPLANATION.match(words)) or (
                is_explained and not _is_title_of_notice(words)
            )
            if is_explained:
                self.explanation.extend(block)
            else:
                others.append(block)
        return others

    def _notice(self, *, without_heading: bool) -> Content:
        return _joined(_without_title(self._remarks) if without_heading else self._remarks)


def _blocks(element: Element) -> list[Content]:
    """Return any text before the children of an element, and each child with the text after it."""
    blocks = [Content([element.text or ""])] if (element.text or "").strip() else []
    for child in element:
        blocks.append(Content())
        blocks[-1].add(child)
        blocks[-1].pieces.append(f"{child.tail or ''}\n")
    return blocks


def _without_title(blocks: list[Content]) -> list[Content]:
    """Return the blocks of a notice without the word "Mededeling" above them."""
    return blocks[1:] if blocks and _is_title_of_notice(_words(blocks[0])) else blocks


def _words(block: Content) -> str:
    """Return the words of a block, with a placeholder for its footnotes.

    Return "" if the block contains a list or a table.
    """
    words = " ".join((*block.text.split(), *(["noot"] if block.notes else [])))
    return "" if block.has_lists else words


def _joined(blocks: list[Content]) -> Content:
    joined = Content()
    for block in blocks:
        joined.extend(block)
    return joined


def _part_texts(part: _Part) -> Iterator[FieldText]:
    own = Content()
    own.add_children(part.element, *_LABELS)
    whole = Content(
        [*part.before.pieces, *own.pieces, *part.after.pieces],
        [*part.before.notes, *own.notes, *part.after.notes],
    )
    printed = " ".join(all_text(e) for tag in _LABELS for e in part.element.iterfind(tag))
    name = f"official/{part.element.tag}"
    label = _WORDS.sub("", printed, count=1) if _WORDS.match(printed) else printed
    if not whole.text.strip():
        if printed:
            yield _field("official/nr", f"{part.location}/nr", printed)
        return
    if label.strip():
        yield _field(f"{name}/nr", f"{part.location}/nr", label)
    if printed and not _is_readable(label):
        yield _field("official/nr", f"{part.location}/nr", printed)
    yield from _content_texts(name, part.location, whole, label)
    for outside in (part.before, part.after):
        if outside.text.strip():
            yield _field("official/los", f"{part.location}, text beside it", outside.text)


def _content_texts(
    name: str, location: str, content: Content, number: str = ""
) -> Iterator[FieldText]:
    """Yield the text of a part, and the number and the text of each footnote in it.

    ``name`` is the name of the field, and ``number`` is the number of the part.
    """
    yield _field(name, location, content.text, number)
    for note in content.notes:
        words = Content()
        printed = [found for tag in ("noot.nr", "nr") if (found := note.find(tag)) is not None]
        words.add_children(note, printed[0].tag if printed else "")
        mark = all_text(printed[0]) if printed else (note.get("nr") or "").strip()
        place = f"{location}/noot[{mark}]"
        yield _field("official/noot/nr", place, mark)
        if words.text.strip():
            yield _field("official/noot", place, words.text, mark)


def _is_heading(element: Element) -> bool:
    tags = {child.tag for child in element}
    return bool(tags) and tags <= {"tussenkop", "titel"}


def _is_title_of_notice(text: str) -> bool:
    return " ".join(text.split()).strip(" .:").lower() == "mededeling"


def _is_readable(label: str) -> bool:
    ranges = (list(map(int, found)) for found in _RANGE.findall(label))
    return bool(_READABLE.fullmatch(label)) and all(first <= last for first, last in ranges)


def _field(name: str, location: str, text: str, number: str = "") -> FieldText:
    return FieldText(name, location, OFFICIAL_FIELDS[name].comparison, text, number)
