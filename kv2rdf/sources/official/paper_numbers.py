"""The numbers of an official paper: its number in the Aanhangsel, and those of its cases."""

import re
from collections.abc import Sequence

from kv2rdf.model.paper import AnnexNumber, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.paper_head import PaperHead
from kv2rdf.sources.official.paper_identifiers import case_number, other_questions

_OTHER_CASE_NUMBER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_CITED_CASE = re.compile(r"kenmerk\s+(\d{4}Z\d{5})(?!\w)")
_BRACKETED_CASE = re.compile(r"\((\d{4}Z\d{5})\)")
_SENTENCE_END = re.compile(r"(?<=[.?!])\s+")


def case_numbers(
    head: PaperHead, content: Node, notice: Passage | None, *, is_questions: bool
) -> tuple[tuple[str, ...], ...]:
    """Return the numbers of each case that a paper is about, or () if no number is found.

    A printed number and the number in ``metadata`` are two numbers of one case. If ``metadata``
    contains several numbers, however, each number is that of a separate case. If there is no other
    number, the number in the text of a notice ("met kenmerk …") is used, unless the text contains
    several. If a question paper contains no such number, its first printed number is used, whatever
    its form. Raises ReadError if that number is missing or does not consist of letters, digits and
    hyphens. Raises NotAPublicationError if the questions are not written questions.
    """
    printed = [number for each in head.numbers if (number := case_number(each, head.chamber))]
    found = list(dict.fromkeys((*printed, *head.case_numbers)))
    cited = _cases_in_notice(notice.text) if notice else set()
    if not found and len(cited) == 1:
        found = list(cited)
    if reason := next(filter(None, map(other_questions, found)), None):
        raise NotAPublicationError(f"a paper with {reason}")
    if is_questions and not found:
        number = head.numbers[0] if head.numbers else ""
        if not _OTHER_CASE_NUMBER.fullmatch(number):
            raise content.read_error(f"not a number of a case: {number!r}")
        found = [number]
    if len(head.case_numbers) > 1:
        return tuple((number,) for number in found)
    return (tuple(found),) if found else ()


def _cases_in_notice(text: str) -> set[str]:
    """Return the case numbers in a notice: "met kenmerk …", "De vragen over … (…)"."""
    found = set(_CITED_CASE.findall(text))
    for sentence in _SENTENCE_END.split(text):
        words, _, rest = sentence.partition("ragen ")
        if words.endswith(("v", "V")):
            found.update(_BRACKETED_CASE.findall(rest))
    return found


def annex_number(head: PaperHead, content: Node, cases: Sequence[object]) -> AnnexNumber | None:
    """Return the number of a reply in the Aanhangsel, or None if only the case's number is known.

    ``cases`` contains the numbers of its cases. Raises ReadError if neither number is known, or if
    the number in the Aanhangsel is known but its session is not.
    """
    if head.annex_number is None:
        if cases:
            return None
        raise content.read_error(f"not a number in the Aanhangsel: {head.numbers[:1]!r:.60}")
    if head.session is None:
        raise content.read_error("a reply without its session")
    return AnnexNumber(session=head.session.replace("-", ""), number=head.annex_number)


def other_number_remarks(head: PaperHead) -> tuple[Remark, ...]:
    """Return a remark for each printed number that is neither the reply's nor a case's."""
    return tuple(
        Remark(rule=FindingRule.FIELD_WITHOUT_PROPERTY, location="vraagnummer", text=number)
        for number in head.numbers
        if number.lstrip("0") != head.annex_number and not case_number(number, head.chamber)
    )
