"""Limits on the size of documents and cases.

A document or a case that exceeds a limit is held back. The limits apply to counts rather than to
times, so that they have the same effect on every machine. Each limit is listed with the largest
count in the 27,845 documents of the KVR archive or, for a limit on JSON, in 29,447 records of
cases.
"""

from msgspec import Struct

from kv2rdf.errors import LimitError


class Limit(Struct, frozen=True, kw_only=True):
    """The maximum number of items of one kind, with the reason for it.

    ``most`` is the maximum, and ``what`` names the items. ``in_archive`` is the largest number in
    the KVR archive or in records of cases, and ``why`` is the reason for the limit.
    """

    most: int
    what: str
    in_archive: int
    why: str

    def excess(self, count: int) -> str | None:
        """Return a message if a count exceeds the limit, or None if it does not."""
        return f"has more than {self.most:,} {self.what}" if count > self.most else None

    def check(self, count: int) -> None:
        """Raise LimitError if a count exceeds the limit."""
        if problem := self.excess(count):
            raise LimitError(problem)


DEPTH = Limit(
    most=32,
    what="levels of nested elements",
    in_archive=5,
    why="the text of a paper is never nested more deeply",
)
ELEMENTS = Limit(
    most=10_000, what="elements", in_archive=179, why="each element is looked at several times"
)
ATTRIBUTES = Limit(
    most=50,
    what="attributes in one element",
    in_archive=8,
    why="libxml2 needs time for each pair of attributes",
)
CHARACTERS = Limit(
    most=2_000_000,
    what="characters",
    in_archive=131_185,
    why="texts are joined, split and compared several times",
)
TEXT = Limit(
    most=400_000,
    what="characters in one text",
    in_archive=34_999,
    why="a heading may begin at each word of a text, and is looked for there",
)
NUMBER = Limit(
    most=500,
    what="characters in the number of a part",
    in_archive=50,
    why="a number is looked for in the text before the part",
)
NAME = Limit(
    most=10_000,
    what="characters in a name",
    in_archive=1_066,
    why="the letters of a listed name are compared with those of the name in the title",
)
PARTS = Limit(
    most=2_000,
    what="questions or answers",
    in_archive=124,
    why="each answer may reply to each question",
)
NUMBERS = Limit(
    most=20_000,
    what="numbers of questions and answers",
    in_archive=83,
    why="a few characters, such as 1 t/m 9999, name thousands of questions",
)
MARKS = Limit(
    most=2_000,
    what="footnotes or footnote marks",
    in_archive=130,
    why="each mark is looked for among the footnotes",
)
NAMES = Limit(
    most=200,
    what="names of one kind",
    in_archive=17,
    why="the listed names are compared with those in the title",
)
REFERENCES = Limit(
    most=5_000,
    what="references to papers or answers",
    in_archive=5,
    why="a few characters, such as 1 t/m 9999, name thousands of papers or answers",
)
PAPERS = Limit(
    most=100,
    what="papers of connected cases",
    in_archive=15,
    why="each of these papers is compared with each other, also by the shapes",
)
COMPARISONS = Limit(
    most=250_000,
    what="pairs of questions to compare in the papers of connected cases",
    in_archive=6_751,
    why="each question is compared with the questions of the other papers, letter by letter",
)
VALUES = Limit(
    most=100_000,
    what="values in a record in JSON",
    in_archive=58,
    why="each value needs about 80 bytes of memory, even if it is an empty list of two bytes",
)
NESTING = Limit(
    most=32,
    what="levels of nested lists and objects in JSON",
    in_archive=1,
    why="parsers of JSON fail at a depth that differs between machines",
)

LIMITS = (
    DEPTH, ELEMENTS, ATTRIBUTES, CHARACTERS, TEXT, NUMBER, NAME, PARTS, NUMBERS, MARKS, NAMES,
    REFERENCES, PAPERS, COMPARISONS, VALUES, NESTING,
)  # fmt: skip
"""All limits."""
