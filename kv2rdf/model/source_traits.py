"""What distinguishes the kinds of source. Stages test these traits, and not the kind itself."""

from msgspec import Struct

from kv2rdf.model.completeness import Presence


class SourceTraits(Struct, frozen=True, kw_only=True):
    """The traits of a kind of source.

    If several sources contain the same text, a source of the lowest ``rank`` is preferred. A
    source without ``has_text`` describes a paper or a case, and does not contain its text. Then
    ``counted_as`` is how the completeness counts a paper that it describes. The other traits mean
    the following if they are true:

    * ``is_scanned``: texts contain OCR errors, and words broken at the ends of lines
    * ``has_comparable_titles``: papers that share no number can be linked by title and questions
    * ``has_glued_topics``: a topic line consists of several labels without separators
    * ``has_topic_pairs``: a topic line is one topic, as "Main | Sub"
    """

    rank: int
    has_text: bool = True
    counted_as: Presence | None = None
    is_scanned: bool = False
    has_comparable_titles: bool = False
    has_glued_topics: bool = False
    has_topic_pairs: bool = False
