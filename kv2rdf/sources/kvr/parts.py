"""The numbered parts of a KVR document.

In the XML, a part begins wherever a printed line begins with a number. However, the number may be a
year, an amount, or the number before the heading of the paper.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from msgspec.structs import replace

from kv2rdf.model.dutch_months import MONTHS
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.limits import NUMBERS
from kv2rdf.model.part_numbers import natural_sort_key, numbers_in
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Mark, Passage
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrPart,
    KvrRemark,
    new_part,
)
from kv2rdf.sources.kvr.text import SENTENCE_ENDS, mixed_text
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.askers import ASKER_PREFIX
from kv2rdf.sources.phrases.dutch_dates import TABLING_DATE

_HEADING = re.compile(
    rf"(?:(?:Aanvullende|Nadere|Schriftelijke) )?[Vv]ra(?:gen|ag) van {ASKER_PREFIX}\b"
)
_HEADING_OF_ANOTHER = re.compile(rf"(?<=\D )\d{{1,4}} {_HEADING.pattern}")
"""The heading of another paper, after its number, in the middle of a text.

The heading of the paper itself is always at the start of an element.
"""

_TABLING_DATE = re.compile(TABLING_DATE)
_REST_OF_DAY = re.compile(rf"(?:{'|'.join(MONTHS)}) \d{{4}}\)\.?")
_REST_OF_NUMBER = re.compile(r"(t\s?/\s?m|tot en met|en|e n) ?(\d{1,2})[.:]? (?=[A-Z«‘“])")
_SECOND_NUMBER_ONLY = re.compile(r"en (\d{1,2})")
_CONTINUATION = re.compile(
    r"""
      [,;)]           # "Op 3 mei 2001" ", zegt men."
    | \.(?!\d)        # "2001" ". Ik zei dat."; not "2" ".8 Was dat zo?"
    | [0-9]+⁄ | [⁄%]  # "2" "1⁄2 uur"
    """,
    re.VERBOSE,
)
"""The beginning of a text that continues a sentence or a number, and so is not a new part.

In each pair of examples, the first text ends in a number, and the second text follows it.
"""

_MISSING_AT_MOST = 5
"""The maximum difference between the number of a part and the highest expected number.

A number that exceeds the highest expected number by more than this is not plausible, because too
many parts of the scan would be missing.
"""


@dataclass(kw_only=True)
class PartsReader:
    """A reader of successive elements of the questions or of the answers.

    ``highest`` is the highest number that a part is expected to have, and ``also_known`` contains
    other numbers that a part can have. The results are added to ``parts``, ``remarks`` and
    ``lone_marks``, which contains the numbers of footnote marks outside the text of any part.
    """

    kind: PartKind
    highest: int
    also_known: frozenset[str] = frozenset()
    parts: list[KvrPart] = field(default_factory=list)
    remarks: list[KvrRemark] = field(default_factory=list)
    lone_marks: list[str] = field(default_factory=list)
    _empty: KvrRemark | None = field(default=None, init=False)
    """The remark on the previous element, if that element has a number but no text."""
    _last_number: str = field(default="0", init=False)
    _count_of_numbers: int = field(default=0, init=False)

    def read(self, node: Node) -> None:
        """Read one element. Raises ReadError if it is invalid, or if there are too many numbers."""
        label = node.only_attributes("nummer", "voetnoot").attribute_or_empty("nummer")
        mixed = mixed_text(node)
        text = mixed.passage
        location = f"{self.kind.value}/@nummer {label}".rstrip()
        numbers = numbers_in(label)
        self._count_of_numbers += len(numbers or ())
        if problem := NUMBERS.excess(self._count_of_numbers):
            raise node.read_error(problem)
        self.remarks += [
            KvrRemark(
                rule=FindingRule.UNREADABLE_NUMBER,
                location=f"{location}: voetnoot {mark}".rstrip(),
                about=self.kind,
            )
            for mark in mixed.unreadable_marks
        ]
        if text is None:
            self._read_empty(label, numbers, mixed.lone_marks, location)
            return
        before, self._empty = self._empty, None
        if before and _SECOND_NUMBER_ONLY.fullmatch(label) and text.text[0].isupper():
            self._add_with_first_number(before, label, text, location)
            return
        if not self.parts and (end := self._end_of_heading(text.text)):
            words = f"{label} {text.text[:end]}".strip()
            self._remark(rule=FindingRule.HEADING_AS_PART, location=location, text=words)
            heading, text = text.split_around(end, end)
            self.lone_marks += [mark.number for mark in heading.marks] if heading else []
            label, numbers = "", ()
            if text is None:
                return
        if self._is_figure(label, numbers, text):
            self._append_to_last(label, text, location)
        else:
            self._add(label, numbers, text, location)
        for figure in mixed.figures:
            self._remark(
                rule=FindingRule.FIGURE_AS_FOOTNOTE_MARK, location=f"{location}: voetnoot {figure}"
            )

    def _read_empty(
        self, label: str, numbers: Sequence[str] | None, marks: Sequence[str], location: str
    ) -> None:
        """Read an element without text.

        If the number of the element is really a number in the text of the previous part, the number
        is appended to that text.
        """
        is_open = self.parts and not self.parts[-1].text.text.endswith(SENTENCE_ENDS)
        if is_open and numbers and self._is_too_high(numbers[0]):
            at_its_end = tuple(Mark(number=number, offset=0) for number in marks)
            self._append_to_last(label, Passage(paragraphs=("",), marks=at_its_end), location)
            return
        self.lone_marks += marks
        remark = KvrRemark(rule=FindingRule.EMPTY_PART, location=location, about=self.kind)
        self.remarks.append(remark)
        self._empty = remark if numbers else None

    def _add_with_first_number(
        self, before: KvrRemark, label: str, text: Passage, location: str
    ) -> None:
        """Add a part with a label such as "en 5", whose first number is in the preceding element.

        ``before`` is the remark on the preceding element, which has no text.
        """
        rule = FindingRule.FIRST_NUMBER_APART
        first_label = before.location.rpartition("@nummer ")[2]
        label = f"{first_label} {label}"
        self._add(label, numbers_in(label), text, location, rule=rule)
        part_id = self.parts[-1].id
        self.remarks[self.remarks.index(before)] = replace(before, rule=rule, about=part_id)

    def _append_to_last(self, label: str, text: Passage, location: str) -> None:
        """Append a number and the text after it to the last part, or to a new first part."""
        last = self.parts.pop() if self.parts else new_part("")
        self.parts.append(replace(last, text=last.text.followed_by(label, text)))
        self._remark(rule=FindingRule.FIGURE_AS_NUMBER, location=location)

    def _add(
        self,
        label: str,
        numbers: tuple[str, ...] | None,
        text: Passage,
        location: str,
        *,
        rule: FindingRule | None = None,
    ) -> None:
        if numbers is None:
            second = _SECOND_NUMBER_ONLY.fullmatch(label)
            rule = FindingRule.FIRST_NUMBER_MISSING if second else FindingRule.UNREADABLE_NUMBER
            numbers = (second[1],) if second else ()
        rest = _REST_OF_NUMBER.match(text.text)
        if rest and numbers and natural_sort_key(rest[2]) > natural_sort_key(numbers[-1]):
            word = "t/m" if rest[1].startswith("t") else "en"
            rule = FindingRule.NUMBER_CONTINUES_IN_TEXT
            numbers = numbers_in(f"{label} {word} {rest[2]}")
            label = f"{label} {rest[0].strip()}"
            text = text.split_around(0, rest.end())[1] or text
        self.parts.append(KvrPart(label=label or None, numbers=numbers or (), text=text))
        self._last_number = (self._last_number, *(numbers or ()))[-1]
        if rule:
            self._remark(rule=rule, location=location)

    def _remark(self, *, rule: FindingRule, location: str, text: str | None = None) -> None:
        """Add a remark on the last part, or on all parts of this kind if there are none yet."""
        about = self.parts[-1].id if self.parts else self.kind
        self.remarks.append(KvrRemark(rule=rule, location=location, about=about, text=text))

    def _end_of_heading(self, text: str) -> int:
        """Return the offset of the end of the paper's own heading, or 0 if there is no heading.

        The heading may be at the start of the first element. Before questions, it is "Vragen van
        het lid … (Ingezonden …)", or only the last of these words. Before questions or answers, it
        may also be only the month and year of a date, if the day was mistaken for the number of the
        element.
        """
        if day := _REST_OF_DAY.match(text):
            return day.end()
        if self.kind is not PartKind.QUESTION:
            return 0
        tabling_date = _TABLING_DATE.search(text)
        if _HEADING.match(text):
            return tabling_date.end() if tabling_date else len(text)
        if "?" in text or _HEADING_OF_ANOTHER.search(text):
            return 0
        return len(text) if tabling_date and tabling_date.end() == len(text) else 0

    def _is_figure(self, label: str, numbers: Sequence[str] | None, text: Passage) -> bool:
        """Whether a label is really a number in the text.

        It is a number in the text if no part can have that number at this position, or if the text
        continues the previous part.
        """
        if numbers is None:
            return bool(_SECOND_NUMBER_ONLY.fullmatch(label)) and not text.text[0].isupper()
        if len(numbers) != 1:
            return False
        if self.parts and _CONTINUATION.match(text.text):
            return True
        in_a_sentence = text.text[0].islower() or any(mark.offset == 0 for mark in text.marks)
        if not in_a_sentence:
            return self._is_too_high(numbers[0])
        highest_before = natural_sort_key(self._last_number)
        return natural_sort_key(numbers[0]) <= highest_before or self._is_too_high(numbers[0])

    def _is_too_high(self, number: str) -> bool:
        figure, _ = natural_sort_key(number)
        return number not in self.also_known and figure > self.highest + _MISSING_AT_MOST
