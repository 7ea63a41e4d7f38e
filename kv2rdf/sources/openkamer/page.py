"""The sections of an openkamer page. Their grammar is in docs/sources.md."""

import re
from dataclasses import dataclass
from datetime import date

from kv2rdf.errors import ReadError
from kv2rdf.model.limits import CHARACTERS, TEXT, Limit
from kv2rdf.sources.phrases.dutch_dates import whole_day

_CASE = re.compile(r"Kamervraag ([0-9]{4}Z[0-9]{5})")
_KEYS = (
    "Ingediend", "Beantwoord", "Indiener", "Indieners", "Beantwoord door", "Onderwerpen",
    "Bron vraag", "Bron antwoord",
)  # fmt: skip
QUESTION_NUMBER = "Kamervraag document nummer"
ANSWER_NUMBER = "Kamerantwoord document nummer"
_TITLE = "Volledige titel"

Line = tuple[int, str]
"""The number of a line, and the line itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The sections of a page.

    ``keys`` maps the first words of each key line, such as "Ingediend", to the rest of the line.
    ``blocks`` contains the numbered lines of the blocks. The keys of ``numbers`` and ``titles`` are
    QUESTION_NUMBER and ANSWER_NUMBER. The values of ``numbers`` are the document numbers of the
    papers, and those of ``titles`` are their full titles.
    """

    document: str
    case: str
    title: str
    keys: dict[str, str]
    blocks: tuple[Line, ...]
    numbers: dict[str, str]
    titles: dict[str, str]

    def day(self, key: str) -> date | None:
        """Return the date in a key line, or None if there is no such line.

        Raises ReadError if the line contains no date.
        """
        if key not in self.keys:
            return None
        if (day := whole_day(self.keys[key])) is None:
            raise ReadError(self.document, key, f"no date in {self.keys[key]!r}")
        return day


def page_sections(document: str, text: str) -> Page:
    """Return the sections of a page.

    Raises ReadError if the page does not match the grammar or exceeds a limit.
    """
    check_count(document, "page", CHARACTERS, len(text))
    lines = list(enumerate(text.split("\n"), start=1))
    for number, line in lines:
        check_count(document, f"line {number}", TEXT, len(line))
    if not (case := _CASE.fullmatch(lines[0][1])):
        raise ReadError(document, "line 1", "expected «Kamervraag» and a Z-number")
    if len(lines) < 4 or lines[1][1] or lines[3][1]:
        raise ReadError(document, "line 3", "expected a title between two empty lines")
    first_block = next((n for n, line in lines if line.startswith(" • ")), len(lines) + 1)
    foot = next((n for n, line in lines if line.startswith(QUESTION_NUMBER)), len(lines) + 1)
    keys = _keys(document, lines[4 : first_block - 1])
    numbers, titles = _foot(document, lines[foot - 1 :])
    return Page(
        document=document,
        case=case[1],
        title=lines[2][1],
        keys=keys,
        blocks=tuple(lines[first_block - 1 : foot - 1]),
        numbers=numbers,
        titles=titles,
    )


def check_count(document: str, location: str, limit: Limit, count: int) -> None:
    """Raise ReadError if a count exceeds its limit."""
    if problem := limit.excess(count):
        raise ReadError(document, location, problem)


def placement_error(document: str, location: str, words: str) -> ReadError:
    """Return the error for words that do not match the grammar."""
    return ReadError(document, location, f"cannot place {words[:60]!r}")


def _keys(document: str, lines: list[Line]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for number, line in lines:
        if not line:
            continue
        key = max((k for k in _KEYS if line.startswith(k + " ")), key=len, default=None)
        if key is None or key in keys:
            raise ReadError(document, f"line {number}", f"unknown key line {line[:60]!r}")
        keys[key] = line[len(key) + 1 :]
    if "Ingediend" not in keys:
        raise ReadError(document, "key lines", "no line «Ingediend»")
    return keys


def _foot(document: str, lines: list[Line]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the ``numbers`` and ``titles`` of a Page, read from the lines at its foot."""
    numbers: dict[str, str] = {}
    titles: dict[str, str] = {}
    untitled = ""
    for number, line in lines:
        if not line:
            continue
        key, separator, value = line.partition(": ")
        if separator and untitled and key == _TITLE:
            titles[untitled] = value
            untitled = ""
        elif separator and not untitled and key in {QUESTION_NUMBER, ANSWER_NUMBER}:
            numbers[key] = value
            untitled = key
        else:
            raise ReadError(document, f"line {number}", f"unknown foot line {line[:60]!r}")
    return numbers, titles
