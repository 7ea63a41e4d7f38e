"""The comparison of the texts of a document with the graph."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.fields import FIELDS
from kv2rdf.audit.finding_rules import is_fact_rule, with_encoding_repaired
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.matcher import TextMatcher
from kv2rdf.audit.matching.spans import Span, without_space
from kv2rdf.audit.matching.texts import GraphText, Match, PrintedText
from kv2rdf.audit.repeated_texts import (
    original_location,
    separate_copies,
)

IN_FINDING_LOCATION = "location of a finding"
"""The ``rule`` of a match with a number at the end of a finding's location."""

_NOT_FACTS = {Comparison.PROSE, Comparison.EMPTY_PART_NUMBER}


@dataclass(frozen=True, slots=True)
class TextOutcome:
    """The outcome for a printed text: its matches, and its lost spans.

    ``copied`` is the number of its characters that were dropped because they are a copy of the text
    at ``copy_of``. If the text is a copy that was not dropped, so that the graph contains it twice,
    ``repeats`` is the location of the original.
    """

    field_text: FieldText
    matches: tuple[Match, ...] = ()
    lost: tuple[Span, ...] = ()
    copied: int = 0
    copy_of: str | None = None
    repeats: str | None = None


def compare_document(
    field_texts: Sequence[FieldText],
    graph_texts: Sequence[GraphText],
    facts: CaseFacts,
    texts_of_other_prints: Sequence[GraphText] = (),
) -> Iterator[TextOutcome]:
    """Compare the texts of a document with its texts and facts in the graph.

    Yield the outcome of each text that is compared. The characters found in ``graph_texts`` are
    marked as printed. ``texts_of_other_prints`` are searched last, for text that is not in
    ``graph_texts``, because a part may be published from another source.
    """
    for field_text in field_texts:
        if field_text.comparison not in _NOT_FACTS:
            yield _fact_outcome(field_text, graph_texts, facts)
    prose = sorted(
        (text for text in field_texts if text.comparison is Comparison.PROSE),
        key=lambda text: len(text.text),
        reverse=True,
    )
    printed_texts = {
        text: PrintedText(without_space(text.text), without_space(text.number)) for text in prose
    }
    matcher = TextMatcher(text for text in graph_texts if not is_fact_rule(text.rule))
    matcher.match(list(printed_texts.values()))
    if texts_of_other_prints:
        rest = [printed for printed in printed_texts.values() if printed.lost()]
        TextMatcher(texts_of_other_prints).match(rest)
    found = [text for text in prose if not printed_texts[text].lost()]
    for text, printed in printed_texts.items():
        yield _prose_outcome(text, printed, found)


def _prose_outcome(
    text: FieldText, printed: PrintedText, found: Sequence[FieldText]
) -> TextOutcome:
    """Return the outcome of a text after matching.

    ``found`` contains all texts of the document that were found completely.
    """
    matches, lost = tuple(printed.matches), printed.lost()
    if not FIELDS[text.field].may_be_copy:
        return TextOutcome(text, matches, lost)
    if not lost and not any(match.rule for match in matches):
        return TextOutcome(text, matches, repeats=original_location(text, found))
    copies = separate_copies(text, lost, found)
    return TextOutcome(text, matches, copies.lost, copies.characters, copies.original)


def _fact_outcome(
    field_text: FieldText, graph_texts: Sequence[GraphText], facts: CaseFacts
) -> TextOutcome:
    """Return the outcome for a number, a date, or words that a literal must contain.

    If the facts do not include the printed text, it may still be in a finding, for example because
    it is an improbable date or belongs to an unpublished part.
    """
    text, rule = without_space(field_text.text), ""
    if field_text.comparison is Comparison.NUMBER:
        is_found = facts.has_number(text)
        if not is_found and facts.has_finding_at(text):
            rule = IN_FINDING_LOCATION
    elif field_text.comparison is Comparison.VALUE:
        is_found = facts.has_value(text, FIELDS[field_text.field].terms)
        if not is_found:
            rule = _rule_of_whole_value(text, graph_texts)
    elif field_text.comparison is Comparison.STATED_KIND:
        is_found = facts.has_value(text.casefold(), FIELDS[field_text.field].terms)
        if not is_found:
            rule = _rule_of_whole_value(text, graph_texts)
    else:
        if field_text.comparison is Comparison.DATE:
            date, _, printed = field_text.text.partition(" ")
            text = without_space(printed)
            is_found = facts.has_date(date)
        else:
            is_found = facts.has(text, FIELDS[field_text.field].terms)
        if not is_found:
            rule = _rule_of_finding(field_text, text, graph_texts)
    if is_found or rule:
        return TextOutcome(field_text, (Match(len(text), rule),))
    return TextOutcome(field_text, lost=(Span(0, text),))


def _rule_of_whole_value(text: str, graph_texts: Sequence[GraphText]) -> str:
    """Return the rule of a finding that contains the text as one of its values, or "".

    The text may also be in brackets at the end of a value, like the office of a person.
    """
    rules = (
        graph_text.rule
        for graph_text in graph_texts
        if graph_text.rule
        and (f"|{text}|" in f"|{graph_text.text}|" or f"({text})|" in f"{graph_text.text}|")
    )
    return next(rules, "")


def _rule_of_finding(field_text: FieldText, text: str, graph_texts: Sequence[GraphText]) -> str:
    """Return the rule of a finding that contains a fact, or "" if there is none.

    A finding may contain a date as it is printed or as ``2005-07-08``.
    """
    spellings = {text, without_space(with_encoding_repaired(field_text.text))}
    if field_text.comparison is Comparison.DATE:
        spellings.add(field_text.text.partition(" ")[0])
    rules = (
        graph_text.rule
        for graph_text in graph_texts
        if graph_text.rule and any(spelling in graph_text.text for spelling in spellings)
    )
    return next(rules, "")
