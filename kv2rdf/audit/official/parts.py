"""The questions, answers and notices of an official paper, and the text between them."""

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
    r"(?:nader antwoord|antwoord(?:en)?|vra(?:ag|gen))(?: op)?(?: de)?(?: vra(?:ag|gen))?[ .:]*",
    re.IGNORECASE,
)
_ONE = r"\d{1,4}(?:[a-z](?![^\W_]))?"
_SEPARATOR = r"(?: ?, ?en ?| ?, ?| ?en ?| ?/ ?| ?t ?/ ?m ?| ?tot en met ?)"
_READABLE = re.compile(rf"{_ONE}\.?(?:{_SEPARATOR}{_ONE})*[. :]*", re.ASCII)
_RANGE = re.compile(r"(\d+) ?(?:t ?/ ?m|tot en met) ?(\d+)", re.ASCII)


@dataclass(slots=True)
class _Part:
    """A question or an answer, with the loose text before and after it."""

    element: Element
    location: str
    before: Content
    after: Content = field(default_factory=Content)


@dataclass(slots=True)
class PrintedBody:
    """The parts of a paper, and its other texts, in the order in which they are printed.

    ``left`` is text after the questions of a paper whose reply has no answers.
    """

    parts: list[_Part] = field(default_factory=list)
    loose: Content = field(default_factory=Content)
    left: Content = field(default_factory=Content)
    explanation: Content = field(default_factory=Content)
    _remarks: list[Content] = field(default_factory=list)
    _parts_before: int = 0
    _has_title: bool = False

    def add(self, element: Element, location: str) -> None:
        """Add a child of the body that is not of its head."""
        if element.tag in _REMARKS:
            self._add_remark(element)
        elif element.tag == "toelicht" and not self._has_answer_elements():
            self.explanation.add(element)
        elif element.tag in _PARTS and not _is_heading(element):
            self.parts.append(_Part(element, location, self.loose))
            self.loose = Content()
        elif element.tag in _PARTS:
            self._begin_loose(next(iter(element)))
            self.loose.add_children(element)
        else:
            self._begin_loose(element)
            self.loose.add(element)

    def _begin_loose(self, element: Element) -> None:
        if not self.loose.pieces and not self.left.pieces:
            self._has_title = _is_title_of_notice(all_text(element))

    def end_side(self, *, has_reply: bool) -> None:
        """End the body, or its questions, if the reply is in an element of its own."""
        has_parts = len(self.parts) > self._parts_before
        if has_parts and not (has_reply and not self._has_answer_elements()):
            self.parts[-1].after = self.loose
        else:
            self.left.extend(self.loose)
        self.loose = Content()
        self._parts_before = len(self.parts)

    def texts(self, *, is_notice: bool | None, has_reply: bool) -> Iterator[FieldText]:
        """Yield the texts of all parts.

        ``is_notice`` says what the description of the reply names, if there is one. The text of a
        notice in a paper with answers is an answer, and a finding quotes it.
        """
        has_answers = False
        for part in self.parts:
            texts = list(_part_texts(part))
            has_answers |= any(text.field == "official/antwoord" for text in texts)
            yield from texts
        if is_notice and not self._remarks and self._has_title:
            self.left = self.left.without_first_line("mededeling")
        notice = self._notice(without_heading=has_reply or has_answers)
        if self.left.text.strip() and (self._remarks or is_notice or not has_reply):
            notice.extend(self.left)
        elif self.left.text.strip():
            has_answers = True
            yield from _content_texts("official/antwoord", "text without an answer", self.left)
            yield _field("official/los", "text without an answer", self.left.text)
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

    def _add_remark(self, element: Element) -> None:
        if (element.text or "").strip():
            self._remarks.append(Content([element.text or ""]))
        for block in element:
            content = Content()
            content.add(block)
            content.pieces.append(f"{block.tail or ''}\n")
            self._remarks.append(content)

    def _notice(self, *, without_heading: bool) -> Content:
        blocks = self._remarks
        if blocks and without_heading and _is_title_of_notice(blocks[0].text):
            blocks = blocks[1:]
        notice = Content()
        for content in blocks:
            notice.extend(content)
        return notice


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
    """Yield the text of a part, and the number and the text of each footnote in it."""
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
