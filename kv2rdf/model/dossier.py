"""A dossier: one case, assembled from all papers about it."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.document import CaseDocument
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import AnswerTerm


class State(StrEnum):
    """The state of a case; the values are keys of concepts."""

    OPEN = "openstaand"
    DELAYED = "uitgesteld"
    ANSWERED = "beantwoord"
    WITHDRAWN = "ingetrokken"


class AnswerDeadline(Struct, frozen=True, kw_only=True):
    """When a case had to be answered, and whether it was, by the printed dates and the rules.

    ``days`` is the number of days from tabling to the first answer, and ``due`` is the last day for
    that answer. A field is None if a date or a rule that it depends on is missing.
    """

    days: int | None = None
    due: date | None = None
    is_in_time: bool | None = None
    term: AnswerTerm | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """A case with its documents.

    ``id`` is its identifier of the highest rank. ``identifiers`` are all that are printed, and
    ``aliases`` are those of a lower rank that no other case has.
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
    state: State = State.OPEN
    deadline: AnswerDeadline = AnswerDeadline()

    @property
    def documents(self) -> tuple[CaseDocument, ...]:
        """The question document, the notices and the answers, in that order."""
        return (self.questions, *self.notices, *self.answers)


class Cluster(Struct, frozen=True, kw_only=True):
    """The dossiers of cases that share papers; usually there is only one."""

    dossiers: tuple[Dossier, ...]
