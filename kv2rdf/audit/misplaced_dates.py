"""Dates that the graph has as the date of another kind of activity."""

from collections.abc import Iterable, Iterator, Sequence
from types import MappingProxyType

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.texts import GraphText

_TABLING = ("indiening",)
_REPLIES = ("beantwoording", "uitstel", "kennisgeving")
_ACTIVITIES = MappingProxyType(
    {
        "kvr/meta/metadata/item[Datum_indiening]": (_TABLING, _REPLIES),
        "kvr/meta/vraagdata/@indiendatum": (_TABLING, _REPLIES),
        "kvr/meta/metadata/item[Datum_reaktie]": (_REPLIES, _TABLING),
        "kvr/meta/antwoorddata/@antwoorddatum": (_REPLIES, _TABLING),
    }
)
"""Maps the fields with a date to the kinds of activities that have it, and those that do not."""


def misplaced_dates(
    field_texts: Sequence[FieldText], facts: CaseFacts, graph_texts: Iterable[GraphText]
) -> Iterator[tuple[FieldText, str]]:
    """Yield the printed dates that only the other kind of activity has, with the reason.

    A date of tabling is misplaced if it is the date of a reply, and the tabling has another date.
    The same is true of the date of a reply. A date that a finding quotes is not reported, because
    another printed date was preferred to it.
    """
    findings = [text.text for text in graph_texts if text.rule]
    for text in field_texts:
        if text.comparison is Comparison.DATE and text.field in _ACTIVITIES:
            own, others = _ACTIVITIES[text.field]
            date = text.text.partition(" ")[0]
            if (
                facts.has_value(date, others)
                and not facts.has_value(date, own)
                and not any(date in text for text in findings)
            ):
                yield text, f"in the graph, it is the date of {' or '.join(others)}"
