"""The texts of an openkamer page by field.

The page is read line by line. A line with an unexpected form is treated as an unknown field.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from kv2rdf.audit.kvr.dates import date_and_rest
from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.openkamer.fields import PAGE_FIELDS
from kv2rdf.audit.openkamer.marks import MarkScanner

_FIRST_WORD = "Kamervraag "
_LINE_END = re.compile(r"\r\n|\r|\n")
_LISTS = {"Indiener": "Indieners", "Indieners": "Indieners", "Beantwoord door": "Beantwoord door"}
_KEYS = ("Ingediend", "Beantwoord door", "Beantwoord", *_LISTS, "Onderwerpen", "Bron vraag",
         "Bron antwoord")  # fmt: skip
_FOOT = ("Kamervraag document nummer: ", "Kamerantwoord document nummer: ", "Volledige titel: ")
_BLOCK = " • "
_REPEATED = re.compile(r"Zie antwoord vraag [0-9]+\.")
"""The text that openkamer shows if the answer to another question also answers this question."""


def page_lines(content: bytes) -> list[str] | None:
    """Return the lines of an openkamer page, or None if ``content`` is not such a page."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return _LINE_END.split(text) if text.startswith(_FIRST_WORD) else None


def page_texts(lines: Sequence[str]) -> Iterator[FieldText | UnknownField]:
    """Yield each text of a page that is compared, and each unknown field."""
    starts = [number for number, line in enumerate(lines) if line.startswith(_BLOCK)]
    foot = next((n for n, line in enumerate(lines) if line.startswith(_FOOT[:1])), len(lines))
    first = min([*starts, foot])
    yield _field("page/case", 1, lines[0].removeprefix(_FIRST_WORD))
    if "".join(lines[2:3]):
        yield _field("page/title", 3, lines[2])
    yield from _key_texts(lines[:first])
    blocks = [number for number in starts if number < foot]
    answers, questions = MarkScanner(), MarkScanner()
    for number, end in pairwise([*blocks, foot]):
        yield from _block_texts(number, lines[number:end], questions, answers)
    for number, line in enumerate(lines[foot:], start=foot + 1):
        yield from _foot_texts(number, line)


def _key_texts(lines: Sequence[str]) -> Iterator[FieldText | UnknownField]:
    tabled = None
    for number, line in enumerate(lines[3:], start=4):
        key = next((key for key in _KEYS if line.startswith(f"{key} ")), None)
        value = line[len(key or "") :].strip()
        if key is None:
            yield from _unknown(number, line)
        elif key in _LISTS:
            for name in re.findall(r"(?:[^,(]|\([^)]*(?:\)|$))+", value):
                yield _field(f"page/{_LISTS[key]}", number, name.strip())
        elif key == "Onderwerpen":
            yield _field("page/Onderwerpen", number, value)
        elif key in {"Ingediend", "Beantwoord"}:
            day, printed, rest = date_and_rest(value)
            yield _field(f"page/{key}", number, f"{day} {printed}")
            if key == "Ingediend":
                tabled = day
            yield from _days(number, value, rest, tabled, day)


def _days(
    number: int, printed: str, rest: str, tabled: str | None, answered: str
) -> Iterator[FieldText | UnknownField]:
    """Yield a line with a wrong number of days until the answer, or other text after a date.

    ``number`` is the number of the line, ``printed`` is the text after its key, and ``rest`` is the
    text after the date.
    """
    counted = re.fullmatch(r"\(na ([0-9]+) dagen\)?", rest)
    if counted and tabled and answered:
        days = (date.fromisoformat(answered) - date.fromisoformat(tabled)).days
        if days != int(counted[1]):
            yield _field("page/dagen", number, printed)
    elif rest:
        yield from _unknown(number, rest)


def _block_texts(
    number: int, lines: Sequence[str], questions: MarkScanner, answers: MarkScanner
) -> Iterator[FieldText | UnknownField]:
    kind, _, value = lines[0].removeprefix(_BLOCK).partition(" ")
    paragraphs = [line.strip() for line in lines[1:]]
    if kind == "Mededeling":
        day, printed, _ = date_and_rest(value.removeprefix("- "))
        yield _field("page/mededeling/datum", number + 1, f"{day} {printed}")
        yield _field("page/mededeling", number + 1, "\n".join(filter(None, paragraphs)))
        return
    if kind != "Vraag":
        yield from _unknown(number + 1, lines[0])
        return
    yield _field("page/vraag/nummer", number + 1, value)
    yield from _marked_texts("vraag", number + 2, paragraphs[:1], value, questions)
    answer = [paragraph for paragraph in paragraphs[1:] if paragraph]
    if answer and not _REPEATED.fullmatch("\n".join(answer)):
        answers.last += questions.last
        yield from _marked_texts("antwoord", number + 4, answer, value, answers)
        answers.last -= questions.last


def _marked_texts(
    field: str, number: int, paragraphs: Sequence[str], label: str, marks: MarkScanner
) -> Iterator[FieldText]:
    """Yield a text without its marks, and the number of each mark.

    ``number`` is the number of a line, and ``label`` is the number of the question.
    """
    marks.begin_text()
    known = len(marks.marks)
    text = "\n".join(map(marks.text_without_marks, paragraphs))
    if text.strip():
        yield _field(f"page/{field}", number, text, label)
    for mark in marks.marks[known:]:
        yield _field("page/noot", number, mark)


def _foot_texts(number: int, line: str) -> Iterator[FieldText | UnknownField]:
    start = next((start for start in _FOOT if line.startswith(start)), None)
    if start is None:
        yield from _unknown(number, line)
    elif value := line.removeprefix(start).strip():
        is_title = start == _FOOT[-1]
        yield _field("page/Volledige titel" if is_title else "page/nummer", number, value)


def _field(name: str, number: int, text: str, label: str = "") -> FieldText:
    return FieldText(name, f"line {number}: {name}", PAGE_FIELDS[name].comparison, text, label)


def _unknown(number: int, line: str) -> Iterator[UnknownField]:
    if line.strip():
        yield UnknownField(f"line {number}", line)
