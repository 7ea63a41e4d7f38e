"""A dossier: what we know of one case from all its papers."""

from datetime import date
from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.document import Document
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.register import AnswerTerm


class State(StrEnum):
    """How far a case has come; the values are keys in the concept scheme of states."""

    OPEN = "openstaand"
    DELAYED = "uitgesteld"
    ANSWERED = "beantwoord"
    WITHDRAWN = "ingetrokken"


class Clock(Struct, frozen=True, kw_only=True):
    """The dates that follow from the printed ones and the rules of the chamber."""

    days: int | None = None
    due: date | None = None
    in_time: bool | None = None
    term: AnswerTerm | None = None


class Dossier(Struct, frozen=True, kw_only=True):
    """One case: ``id`` is its highest identifier, ``aliases`` the lower ones that are its alone."""

    id: str
    chamber: Chamber
    title: str
    questions: Document
    answers: tuple[Document, ...] = ()
    notices: tuple[Document, ...] = ()
    identifiers: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    session_year: str | None = None
    tabled: date | None = None
    state: State = State.OPEN
    clock: Clock = Clock()

    @property
    def documents(self) -> tuple[Document, ...]:
        """Question document, notices and answers, in that order."""
        return (self.questions, *self.notices, *self.answers)


class Cluster(Struct, frozen=True, kw_only=True):
    """The dossiers that share a paper; nearly always one."""

    dossiers: tuple[Dossier, ...]
