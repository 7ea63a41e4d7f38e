"""What distinguishes the kinds of source, for stages that must not name one."""

from collections.abc import Mapping

from msgspec import Struct

from kv2rdf.model.kinds import SourceKind


class SourceTraits(Struct, frozen=True, kw_only=True):
    """The traits of a kind of source.

    ``rank`` orders sources of one text: the text of the lowest rank is published. Texts that are
    ``is_scanned`` have OCR errors, and words broken off at line ends. If a kind
    ``has_comparable_titles``, papers without a number in common may belong together by title and
    questions. If it ``has_glued_topics``, a topic line is the labels of several topics without
    separators.
    """

    rank: int
    is_scanned: bool = False
    has_comparable_titles: bool = False
    has_glued_topics: bool = False


SOURCE_TRAITS: Mapping[SourceKind, SourceTraits] = {
    SourceKind.KVR: SourceTraits(rank=1, has_comparable_titles=True),
    SourceKind.KVR_QUESTIONS: SourceTraits(rank=1, has_comparable_titles=True),
    SourceKind.KVR_SCAN: SourceTraits(rank=1, has_comparable_titles=True, is_scanned=True),
    SourceKind.OPENKAMER: SourceTraits(rank=3, has_glued_topics=True),
}
"""The traits of every kind of which there are papers."""
