"""The numbered parts of a KVR document, and what the edition takes for one and is none.

The edition begins a part wherever a line of print begins with a figure: a year, an amount, the
number of the paper above its own heading. These are no numbers of parts.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.part_numbers import natural, numbers_in
from kv2rdf.model.text import Mark, Passage
from kv2rdf.sources.kvr import text as kvr_text
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.askers import ASKING
from kv2rdf.sources.phrases.dutch_dates import MONTHS, TABLED

_HEADING = re.compile(rf"(?:(?:Aanvullende|Nadere|Schriftelijke) )?[Vv]ra(?:gen|ag) van {ASKING}\b")
_OF_ANOTHER = re.compile(rf"(?<=\D )\d{{1,4}} {_HEADING.pattern}")
"""The heading of a paper, with its number, in running text: the own one opens its element."""

_TABLED = re.compile(TABLED)
_REST_OF_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{4}}\)\.?")
_REST_OF_NUMBER = re.compile(r"(t\s?/\s?m|tot en met|en|e n) ?(\d{1,2})[.:]? (?=[A-Z«‘“])")
_JOINT = re.compile(
    r"(\d{1,2}(?:\s*(?:,? ?e ?n|,|t ?/ ?m|/ ?tm|tm|tot en met|[-–/+])\s*\d{1,2})+)[.:]?\s+"
    r"(?=[A-Z«‘“])"
)
_FROM_TO = re.compile(r"\s*(?:tot en met|/ ?tm|tm|[-–])\s*")
_AND = re.compile(r"e n|\+")
_NOTHING = NumberedPart(label=None, numbers=(), text=Passage(paragraphs=("",)))
_SECOND_ONLY = re.compile(r"en (\d{1,2})")
_AT_AN_END = re.compile(r".*[.?!»)'’”]", re.DOTALL)
_GOES_ON = re.compile(r"[,;)]|\.(?!\d)|[0-9]+⁄|[⁄%]")
"""What no question or answer begins with: the end of a sentence, or of a number."""

_FURTHER = 5
"""So many more than there are elements a number may be: some parts are lost in scans."""


@dataclass(kw_only=True)
class Reading:
    """Questions or answers as they are read, one element after the other.

    ``highest`` is the highest number that a part can have; ``also`` are others that it can.
    """

    kind: PartKind
    highest: int
    also: frozenset[str] = frozenset()
    parts: list[NumberedPart] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    lonely: list[str] = field(default_factory=list)
    """Marks that stand in an element without text."""
    empty: Remark | None = None
    """What is told of the element before, where that has a number and no text."""

    def read(self, node: Node) -> None:
        """Read one element."""
        label = node.known("nummer", "voetnoot").optional("nummer")
        text, figures, unread = kvr_text.mixed(node)
        place = f"{self.kind.value}/@nummer {label}".rstrip()
        numbers = numbers_in(label)
        self.remarks += [
            Remark(
                rule="nummer-onleesbaar", place=f"{place}: voetnoot {mark}".rstrip(), part=self.kind
            )
            for mark in unread
        ]
        if text is None:
            self._read_empty(label, numbers, figures, place)
            return
        before, self.empty = self.empty, None
        if before and _SECOND_ONLY.fullmatch(label) and text.text[0].isupper():
            apart = replace(before, rule="eerste-nummer-apart", ordinal=len(self.parts) + 1)
            self.remarks[self.remarks.index(before)] = apart
            label = f"{before.place.rpartition('@nummer ')[2]} {label}"
            self._add(label, numbers_in(label), text, place, rule="eerste-nummer-apart")
            return
        if not self.parts and (end := self._end_of_heading(text.text)):
            words = f"{label} {text.text[:end]}".strip()
            self._tell(rule="opschrift-als-onderdeel", place=place, text=words)
            heading, text = text.cut(end, end)
            self.lonely += [mark.number for mark in heading.marks] if heading else []
            label, numbers = "", ()
            if text is None:
                return
        if self._is_figure(label, numbers, text):
            self._join(label, text, place)
        else:
            self._add(label, numbers, text, place)
        for figure in figures:
            self._tell(rule="cijfer-als-nootteken", place=f"{place}: voetnoot {figure}")

    def _read_empty(
        self, label: str, numbers: Sequence[str] | None, marks: Sequence[str], place: str
    ) -> None:
        """Read an element without text: a figure that ends a line, or nothing."""
        open_ended = self.parts and not _AT_AN_END.fullmatch(self.parts[-1].text.text)
        if open_ended and numbers and self._too_high(numbers[0]):
            at_its_end = tuple(Mark(number=number, offset=0) for number in marks)
            self._join(label, Passage(paragraphs=("",), marks=at_its_end), place)
            return
        self.lonely += marks
        told = Remark(rule="leeg-onderdeel", place=place, part=self.kind)
        self.remarks.append(told)
        self.empty = told if numbers else None

    def _join(self, label: str, text: Passage, place: str) -> None:
        before = self.parts.pop() if self.parts else _NOTHING
        self.parts.append(replace(before, text=before.text.followed_by(label, text)))
        self._tell(rule="getal-als-nummer", place=place)

    def _add(
        self,
        label: str,
        numbers: tuple[str, ...] | None,
        text: Passage,
        place: str,
        *,
        rule: str | None = None,
    ) -> None:
        if numbers is None:
            second = _SECOND_ONLY.fullmatch(label)
            rule = "eerste-nummer-ontbreekt" if second else "nummer-onleesbaar"
            numbers = (second[1],) if second else ()
        rest = _REST_OF_NUMBER.match(text.text)
        if rest and numbers and natural(rest[2]) > natural(numbers[-1]):
            word = "t/m" if rest[1].startswith("t") else "en"
            rule = "nummer-loopt-door-in-tekst"
            numbers = numbers_in(f"{label} {word} {rest[2]}")
            label, text = f"{label} {rest[0].strip()}", text.cut(0, rest.end())[1] or text
        self.parts.append(NumberedPart(label=label or None, numbers=numbers or (), text=text))
        if rule:
            self._tell(rule=rule, place=place)

    def _tell(self, *, rule: str, place: str, text: str | None = None) -> None:
        ordinal = len(self.parts) or None
        remark = Remark(rule=rule, place=place, part=self.kind, ordinal=ordinal, text=text)
        self.remarks.append(remark)

    def _end_of_heading(self, text: str) -> int:
        """Give where the paper's own heading ends, if the first element opens with it; else 0.

        Of the questions it is "Vragen van het lid … (Ingezonden …)", or the end of that; of either
        it may be no more than the rest of its day, behind a number that is the day.
        """
        if day := _REST_OF_DAY.match(text):
            return day.end()
        if self.kind is not PartKind.QUESTION:
            return 0
        tabled = _TABLED.search(text)
        if _HEADING.match(text):
            return tabled.end() if tabled else len(text)
        if "?" in text or _OF_ANOTHER.search(text):
            return 0
        return len(text) if tabled and tabled.end() == len(text) else 0

    @property
    def _before(self) -> list[str]:
        return [number for part in self.parts for number in part.numbers]

    def _is_figure(self, label: str, numbers: Sequence[str] | None, text: Passage) -> bool:
        """Tell a figure of running text: no part can have it, or the line goes on in the middle."""
        if numbers is None:
            return bool(_SECOND_ONLY.fullmatch(label)) and not text.text[0].isupper()
        if len(numbers) != 1:
            return False
        if self.parts and _GOES_ON.match(text.text):
            return True
        goes_on = text.text[0].islower() or any(mark.offset == 0 for mark in text.marks)
        if not goes_on:
            return self._too_high(numbers[0])
        not_above = natural(numbers[0]) <= natural((self._before or ["0"])[-1])
        return not_above or self._too_high(numbers[0])

    def _too_high(self, number: str) -> bool:
        figure, _ = natural(number)
        return number not in self.also and figure > self.highest + _FURTHER


def with_joint_number(part: NumberedPart, others: Sequence[NumberedPart]) -> NumberedPart:
    """Give an answer without a number the joint one it opens with, unless another has one of it."""
    opening = _JOINT.match(part.text.text) if part.label is None else None
    if opening is None:
        return part
    label = " ".join(opening[0].split())
    numbers = numbers_in(_FROM_TO.sub(" t/m ", _AND.sub(" en ", opening[1])))
    taken = {number for other in others for number in other.numbers}
    _, behind = part.text.cut(0, opening.end())
    if not numbers or behind is None or taken & set(numbers):
        return part
    return replace(part, label=label, numbers=numbers, text=behind)


def moved(remarks: Sequence[Remark], kind: PartKind, by: int) -> list[Remark]:
    """Let remarks follow their parts, of one kind, before which others came."""
    return [
        replace(r, ordinal=r.ordinal + by) if r.part is kind and r.ordinal else r for r in remarks
    ]


def still_asked(questions: Sequence[NumberedPart], place: int) -> Sequence[NumberedPart]:
    """Give the questions behind the one at ``place``, in which columns put the heading of a reply.

    They are questions as long as their numbers go on and they ask.
    """
    last = max((natural(n) for part in questions[: place + 1] for n in part.numbers), default=None)
    end = place + 1
    while last and end < len(questions) and questions[end].text.text.endswith("?"):
        numbers = questions[end].numbers
        if not numbers or natural(numbers[0]) <= last:
            break
        last = natural(numbers[-1])
        end += 1
    return questions[place + 1 : end]
