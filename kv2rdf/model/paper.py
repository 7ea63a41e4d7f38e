"""The contents of a single paper, before it is compared with other papers."""

from datetime import date, datetime

from msgspec import Struct

from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.source_traits import SourceTraits
from kv2rdf.model.text import Note, Passage


class Source(Struct, frozen=True, kw_only=True):
    """An input document that was read as a paper.

    ``id`` is made from the file name, and ``key`` from the file name without its extension.
    ``page_url`` is the web page of the document at its publisher, or None.
    """

    id: str
    key: str
    kind: SourceKind
    sha256: str
    page_url: str | None = None

    @property
    def traits(self) -> SourceTraits:
        """The traits of the kind of this source."""
        return self.kind.traits


class AnnexNumber(Struct, frozen=True, kw_only=True):
    """The number of a paper in the Aanhangsel van de Handelingen.

    It consists of a session, such as ``20042005``, and a number within the session, such as
    ``1262``.
    """

    session: str
    number: str

    @property
    def session_year(self) -> str:
        """The session as it is printed, such as "2004-2005"."""
        return session_year(self.session)

    def identifier(self, chamber: Chamber) -> str:
        """Return the identifier of the paper with this number, such as "ah-tk-20042005-1262"."""
        return f"ah-{chamber}-{self.session}-{self.number}"


def session_year(session: str) -> str:
    """Return the session with these eight digits as it is printed, such as "2004-2005"."""
    return f"{session[:4]}-{session[4:]}"


class Mention(Struct, frozen=True, kw_only=True):
    """A person or an office as printed.

    ``printed`` is the whole mention. ``name``, ``party``, ``office`` and ``ministry`` are parts of
    it, or None if they are not printed. If the source contains the office and the ministry
    together, as in "minister van Justitie", ``office`` contains both, and ``ministry`` is None.
    """

    printed: str
    name: str | None = None
    party: str | None = None
    office: str | None = None
    ministry: str | None = None

    @property
    def identifying_words(self) -> tuple[str | None, ...]:
        """The words that identify this mention: name and party or, without a name, ``printed``."""
        return (self.printed,) if self.name is None else (self.name, self.party)

    @property
    def whole_office(self) -> str | None:
        """The office followed by the ministry, or None if neither is printed."""
        return " ".join(filter(None, (self.office, self.ministry))) or None


class NumberedPart(Struct, frozen=True, kw_only=True):
    """A question or an answer as printed.

    ``label`` is the number as printed, without a preceding word such as "Vraag". ``numbers``
    contains the numbers of the part. It is empty if the number was lost, and contains several
    numbers if an answer replies to several questions. ``question_set`` is 1 for the first set of
    questions in a paper, 2 for the second, and so on; each set has its own numbering.
    ``after_question`` is the position in the paper, counted from 1, of the question that an answer
    directly follows. It is None if the answers are printed apart from the questions.
    """

    label: str | None
    numbers: tuple[str, ...]
    text: Passage
    question_set: int = 1
    after_question: int | None = None


class Remark(Struct, frozen=True, kw_only=True):
    """A remark about a paper, such as a repair or a text whose right position was not found.

    ``location`` describes the position in the source. ``part`` and ``ordinal`` are the kind and the
    ordinal of the part that the remark is about. Both are None if it is about the paper itself.
    ``text`` contains words of the source that are not published anywhere else.
    """

    rule: FindingRule
    location: str
    part: PartKind | None = None
    ordinal: int | None = None
    text: str | None = None


class CaseRecord(Struct, frozen=True, kw_only=True):
    """The facts that occur only in the record of a case.

    ``is_settled`` is whether the chamber considers the case dealt with ("Afgedaan"). ``due`` is the
    date by which the answer is due ("Termijn"). ``changed`` is when the record was last changed; a
    later version of a record replaces an earlier one. A field is None if it is empty in the record.
    """

    is_settled: bool | None = None
    due: date | None = None
    changed: datetime | None = None


class Paper(Struct, frozen=True, kw_only=True):
    """The contents of one publication, as printed.

    ``edition`` is 0 for the first edition and 1 for the first reprint (herdruk). ``pages`` are the
    numbers of the printed pages, such as "981-982", or only the number of the first page. Each
    tuple in ``cases`` contains the printed identifiers of one case, in order of rank.
    ``doubtful_numbers`` are printed numbers that were removed from ``cases`` because they
    contradict other papers. ``further_cases`` are the identifiers of other cases that the paper is
    also about, as shown by other papers. ``named_replies`` are the identifiers of the replies that
    a question paper names. A provisional paper is one that will be replaced by a paper with another
    identifier. ``tabled`` is the date of the questions, and ``dated`` is the date of the reply.
    ``page_url`` is the web page of the publication. ``record`` is None unless the source is a
    record. In that case, the paper has no text, and its other fields contain the facts in the
    record.
    """

    source: Source
    kind: PaperKind
    chamber: Chamber
    title: str | None
    cases: tuple[tuple[str, ...], ...] = ()
    doubtful_numbers: tuple[str, ...] = ()
    further_cases: tuple[str, ...] = ()
    named_replies: tuple[str, ...] = ()
    annex_number: AnnexNumber | None = None
    edition: int = 0
    pages: str | None = None
    is_provisional: bool = False
    publication: str | None = None
    page_url: str | None = None
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
    record: CaseRecord | None = None
    remarks: tuple[Remark, ...] = ()
