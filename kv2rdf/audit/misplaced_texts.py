"""Texts and links that contradict the numbers that are printed beside them.

``compare_document`` checks that each text is in the graph. A text may be there in the wrong place:
under the number of another question, or as an answer instead of a question.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText

Place: TypeAlias = tuple[str, str]
"""The kind of a part, which is "vraag" or "antwoord", and its number."""

_PART_OF_PAPER = re.compile(r"/(vraag|antwoord)/[^/#]+\Z")
_PARTS = ("vraag", "antwoord")
_DIGITS = re.compile(r"\d+")
_LISTED = re.compile(r"\d+[a-z]?(?:(?:,|en|,en)\d+[a-z]?)*\W*")
"""Matches a list of numbers. Another number of an answer, such as "1 t/m 4", is a range."""


def misplaced_texts(
    field_texts: Iterable[FieldText], graph_texts: Iterable[GraphText]
) -> Iterator[tuple[FieldText, str]]:
    """Yield each printed text that the graph has as a whole in another place, with the reason.

    A text is misplaced if the document prints something else in that place, and the graph something
    else in the place of the text. A text that a finding contains is not reported, because the graph
    may have the part with this number from another version of the paper.
    """
    printed = _by_place((_printed_place(text), text) for text in field_texts)
    in_graph: dict[Place, set[str]] = defaultdict(set)
    in_findings: set[str] = set()
    places: dict[str, list[Place]] = defaultdict(list)
    for text in graph_texts:
        if place := _place_in_graph(text):
            in_graph[place].add(text.text)
            places[text.text].append(place)
        elif text.rule:
            in_findings.add(text.text)
    for place, field_text in printed.items():
        words = without_space(field_text.text)
        if place not in in_graph or words in in_graph[place] or words in in_findings:
            continue
        for other in places.get(words, ()):
            if other in printed and without_space(printed[other].text) != words:
                yield field_text, f"in the graph, it is the text of {' '.join(other)}"
                break


def is_answer_to(answer: str, question: str) -> bool:
    """Whether the printed number of an answer includes the number of a question.

    The number of an answer may be several numbers, such as "2, 3 en 5", or a range such as
    "1 t/m 4", whose words may be misread. White space has been removed from both. A number without
    digits includes every question.
    """
    numbers, asked = list(map(int, _DIGITS.findall(answer))), _DIGITS.findall(question)
    if not numbers or len(asked) != 1:
        return True
    if _LISTED.fullmatch(answer):
        return int(asked[0]) in numbers
    return len(numbers) == 1 or min(numbers) <= int(asked[0]) <= max(numbers)


def _by_place(texts: Iterable[tuple[Place | None, FieldText]]) -> dict[Place, FieldText]:
    """Return the texts by place, without the places of several texts."""
    found: dict[Place, list[FieldText]] = defaultdict(list)
    for place, text in texts:
        if place:
            found[place].append(text)
    return {place: several[0] for place, several in found.items() if len(several) == 1}


def _printed_place(text: FieldText) -> Place | None:
    part = text.field.rpartition("/")[2]
    number = without_space(text.number)
    return (part, number) if part in _PARTS and number else None


def _place_in_graph(text: GraphText) -> Place | None:
    found = _PART_OF_PAPER.search(text.subject)
    return (found[1], text.number) if found and text.number and not text.rule else None
