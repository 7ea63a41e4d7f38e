"""Warnings about questions without an answer of their own, which may have been answered."""

from collections.abc import Iterator, Sequence
from typing import Any

from rdflib import URIRef
from rdflib.paths import InvPath

from kv2rdf.query.triple_patterns import TriplePattern
from kv2rdf.rdf.vocabulary import ELIDL, KV

_ANSWERS_TO = URIRef(ELIDL.answers_to)
_SENTENCE = (
    "an answer may be linked to the whole question document (eli:is_part_of) by"
    " eli-dl:answers_to, so a question to which no answer is linked may have been answered"
)


def negated_answers(patterns: Sequence[TriplePattern]) -> Iterator[str]:
    """Yield a sentence if a query asks which questions have no answer linked to them.

    Nothing is yielded if the query also leaves out other entities to which an answer is linked,
    such as question documents.
    """
    questions = {each.subject for each in patterns if str(KV.Question) in each.classes}
    left_out = {answered for each in patterns if each.is_negated for answered in _answered(each)}
    if left_out and left_out <= questions:
        yield _SENTENCE


def _answered(pattern: TriplePattern) -> tuple[Any, ...]:
    """Return the term of a pattern to which the pattern requires an answer to be linked."""
    if pattern.path == _ANSWERS_TO:
        return (pattern.object,)
    if isinstance(pattern.path, InvPath) and pattern.path.arg == _ANSWERS_TO:
        return (pattern.subject,)
    return ()
