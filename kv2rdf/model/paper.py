"""A paper: what one publication prints, before we know what the others say."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.text import Note, Passage


class Source(Struct, frozen=True, kw_only=True):
    """One document as it came in: ``id`` is its file name, ``key`` that name without its ending."""

    id: str
    key: str
    kind: SourceKind
    sha256: str
    page: str | None = None


class AnnexNumber(Struct, frozen=True, kw_only=True):
    """A number in the Aanhangsel van de Handelingen: session ``20042005``, number ``1262``."""

    session: str
    number: str

    def within(self, chamber: Chamber) -> str:
        """Give the identifier of the paper with this number: "ah-tk-20042005-1262"."""
        return f"ah-{chamber}-{self.session}-{self.number}"


class Mention(Struct, frozen=True, kw_only=True):
    """Someone as printed: a name, an office, or both; None where it prints none."""

    printed: str
    name: str | None = None
    party: str | None = None
    office: str | None = None


class NumberedPart(Struct, frozen=True, kw_only=True):
    """A question or an answer as printed.

    ``label`` is the number as printed, without the word; ``numbers`` are the questions it names:
    none where the number is lost, several where an answer takes questions together. ``series`` is 2
    for the second set of questions that a paper prints, whose numbers begin anew.
    """

    label: str | None
    numbers: tuple[str, ...]
    text: Passage
    series: int = 1


class Remark(Struct, frozen=True, kw_only=True):
    """What a reader did that is more than copying, or could not place.

    ``rule`` is a key in the concept scheme of findings; ``place`` says where in the source;
    ``part`` and ``ordinal`` which part of the paper it concerns (None: the paper itself);
    ``text`` the words it is about, where they stand nowhere else.
    """

    rule: str
    place: str
    part: PartKind | None = None
    ordinal: int | None = None
    text: str | None = None


class Paper(Struct, frozen=True, kw_only=True):
    """What one publication prints. ``edition`` is 0 for the first print, 1 for a herdruk.

    ``cases`` has for each case it concerns the identifiers printed of it, the highest first;
    ``further_cases`` are those of others that it proves to be about as well, an identifier each.
    """

    source: Source
    kind: PaperKind
    chamber: Chamber
    title: str | None
    cases: tuple[tuple[str, ...], ...] = ()
    further_cases: tuple[str, ...] = ()
    annex_number: AnnexNumber | None = None
    edition: int = 0
    publication: str | None = None
    page: str | None = None
    short_title: str | None = None
    session_year: str | None = None
    tabled: date | None = None
    dated: date | None = None
    askers: tuple[Mention, ...] = ()
    addressees: tuple[Mention, ...] = ()
    answerers: tuple[Mention, ...] = ()
    on_behalf_of: tuple[Mention, ...] = ()
    questions: tuple[NumberedPart, ...] = ()
    question_notes: tuple[Note, ...] = ()
    explanation: Passage | None = None
    answers: tuple[NumberedPart, ...] = ()
    answer_notes: tuple[Note, ...] = ()
    notice: Passage | None = None
    topic_lines: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    abstract: str | None = None
    see_also: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()
