"""The traits that distinguish kinds of sources.

The stages of the program (see docs/architecture.md) test these traits instead of the kinds.
"""

from msgspec import Struct

from kv2rdf.model.completeness import Presence


class SourceTraits(Struct, frozen=True, kw_only=True):
    """The traits of a kind of source.

    If several sources contain the same text, the source with the lowest ``rank`` is used. If
    ``has_text`` is false, the source describes a paper or a case but does not contain its text. In
    that case, ``counted_as`` is the presence of a described paper in the completeness tables. The
    other traits have these meanings:

    * ``has_addressees``: sources of this kind name the addressees of questions
    * ``has_answerers``: sources of this kind name those who answered
    * ``is_scanned``: texts contain OCR errors, and words that were broken at the ends of lines
    * ``has_comparable_titles``: papers that share no number can be linked by title and questions
    * ``has_glued_topics``: a topic line consists of several labels without separators
    * ``has_topic_pairs``: a topic line is one topic, written "Main | Sub"
    """

    rank: int
    has_text: bool = True
    counted_as: Presence | None = None
    has_addressees: bool = True
    has_answerers: bool = True
    is_scanned: bool = False
    has_comparable_titles: bool = False
    has_glued_topics: bool = False
    has_topic_pairs: bool = False
