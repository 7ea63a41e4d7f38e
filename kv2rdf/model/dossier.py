"""A dossier: one case, assembled from all papers about it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.document import CaseDocument
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import AnswerTerm


class State(StrEnum):
    """The state of a case. Each value is the key of a concept.

    A case without answers and without a notice of withdrawal is SETTLED if its record states that
    it was dealt with. If the record does not state whether it was dealt with, the case is also
    SETTLED if a notice states that the questions were answered in a letter.
    """

    ANSWERED = "beantwoord"
    OPEN = "openstaand"
    DELAYED = "uitgesteld"
    WITHDRAWN = "ingetrokken"
    SETTLED = "afgedaan"


class AnswerDeadline(Struct, frozen=True, kw_only=True):
    """The deadline for the answer in a case, and whether it was met.

    ``days`` is the number of days from tabling to the first answer. ``due`` is the date by which
    that answer is due, and ``is_in_time`` is whether it came by then. ``term`` is the rule that
    sets the deadline, or None if the deadline comes from a record. ``extended`` is the latest date
    for the answer according to the last notice of delay that announces a date, or None if that date
    is approximate or not after ``due``. ``is_in_extended_time`` is whether the answer came by
    ``extended``. A field is also None if a date or rule that it depends on is missing.
    """

    days: int | None = None
    due: date | None = None
    is_in_time: bool | None = None
    extended: date | None = None
    is_in_extended_time: bool | None = None
    term: AnswerTerm | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """A case with its documents.

    ``identifiers`` contains all identifiers of the case, in order of rank. ``id`` is the first of
    them. ``aliases`` contains the other identifiers that are printed, except those that also belong
    to another case. It also contains the doubtful numbers in the papers, any of which may be the
    number of this case. ``tabled`` is the date of the questions, and ``answered`` is the date of
    the first answer.
    """

    id: str
    chamber: Chamber
    title: str
    questions: CaseDocument
    answers: tuple[CaseDocument, ...] = ()
    notices: tuple[CaseDocument, ...] = ()
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    session_year: str | None = None
    tabled: date | None = None
    answered: date | None = None
    state: State = State.OPEN
    deadline: AnswerDeadline = AnswerDeadline()

    @property
    def documents(self) -> tuple[CaseDocument, ...]:
        """The question document, the notices and the answers, in that order."""
        return (self.questions, *self.notices, *self.answers)

    @property
    def answerers(self) -> tuple[Participant, ...]:
        """The participants who answered, except those of answers with unknown authors."""
        known = [answer for answer in self.answers if not answer.has_unknown_authors]
        return tuple(p for d in known for p in d.participants if p.role is Role.ANSWERER)

    @property
    def own_documents(self) -> tuple[CaseDocument, ...]:
        """The documents of this case, except those that are in the graph of another case."""
        return tuple(d for d in self.documents if d.home_case == self.id)


class Cluster(Struct, frozen=True, kw_only=True):
    """The dossiers of cases that share papers. Most clusters contain only one dossier."""

    dossiers: tuple[Dossier, ...]
