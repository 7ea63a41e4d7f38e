"""Dates that the graph has as the date of another kind of activity."""

from collections.abc import Iterator, Sequence
from types import MappingProxyType

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.kvr.text import FieldText

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
    field_texts: Sequence[FieldText], facts: CaseFacts
) -> Iterator[tuple[FieldText, str]]:
    """Yield the printed dates that only the other kind of activity has, with the reason.

    A date of tabling is misplaced if it is the date of a reply, and the tabling has another date.
    The same is true of the date of a reply.
    """
    for text in field_texts:
        if text.comparison is Comparison.DATE and text.field in _ACTIVITIES:
            own, others = _ACTIVITIES[text.field]
            date = text.text.partition(" ")[0]
            if facts.has_value(date, others) and not facts.has_value(date, own):
                yield text, f"in the graph, it is the date of {' or '.join(others)}"
