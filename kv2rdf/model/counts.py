"""What is there and what is missing, by year and kind of source: what a release says of itself."""

from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.kinds import SourceKind


class Counted(StrEnum):
    """What is counted; the values are keys in the schemes of counts and of gaps."""

    DOCUMENTS = "documenten"
    PUBLISHED = "documenten-gepubliceerd"
    HELD_BACK = "documenten-teruggehouden"
    NOT_READ = "documenten-niet-gelezen"
    CASES = "zaken"
    CASES_UNDATED = "zaken-zonder-dag"
    QUESTIONS = "vragen"
    ANSWER_PAPERS = "antwoordstukken"
    PAPERS_UNDATED = "antwoordstukken-zonder-dag"
    TEXT_LOST = "antwoordstukken-zonder-tekst"
    ANSWERS = "antwoorden"
    LINKED = "antwoorden-bij-een-vraag"
    UNLINKED = "antwoorden-zonder-vraag"
    NOTICES = "mededelingen"
    NOTICES_UNDATED = "mededelingen-zonder-dag"
    FOLLOWED = "mededelingen-met-antwoord"
    NOT_FOLLOWED = "mededelingen-zonder-antwoord"
    NOTES = "noten"
    NOTES_WITHOUT_TEXT = "noten-zonder-tekst"
    REFERENCES = "verwijzingen"
    FOUND = "verwijzingen-naar-een-stuk-hier"
    KNOWN_BY_REFERENCE = "verwijzingen-naar-een-stuk-elders"

    @property
    def is_gap(self) -> bool:
        """Whether it is something missing."""
        return self in _GAPS


WHOLES = {
    Counted.PUBLISHED: Counted.DOCUMENTS,
    Counted.HELD_BACK: Counted.DOCUMENTS,
    Counted.NOT_READ: Counted.DOCUMENTS,
    Counted.CASES_UNDATED: Counted.CASES,
    Counted.PAPERS_UNDATED: Counted.ANSWER_PAPERS,
    Counted.TEXT_LOST: Counted.ANSWER_PAPERS,
    Counted.LINKED: Counted.ANSWERS,
    Counted.UNLINKED: Counted.ANSWERS,
    Counted.NOTICES_UNDATED: Counted.NOTICES,
    Counted.FOLLOWED: Counted.NOTICES,
    Counted.NOT_FOLLOWED: Counted.NOTICES,
    Counted.NOTES_WITHOUT_TEXT: Counted.NOTES,
    Counted.FOUND: Counted.REFERENCES,
    Counted.KNOWN_BY_REFERENCE: Counted.REFERENCES,
}
"""What is a part of what."""

_GAPS = WHOLES.keys() - {Counted.PUBLISHED, Counted.LINKED, Counted.FOLLOWED, Counted.FOUND}


class Count(Struct, frozen=True, kw_only=True):
    """How much there is of something, of one year ("": not known) and one kind of source."""

    year: str
    kind: SourceKind
    counted: Counted
    number: int


class Unpublished(Struct, frozen=True, kw_only=True):
    """How many documents of one year and kind are held back, or not read, for one reason."""

    year: str
    kind: SourceKind
    fate: Counted
    reason: str
    number: int


class Gaps(Struct, frozen=True, kw_only=True):
    """All of it: every count of every year and kind that there is, zero too, and the reasons."""

    counts: tuple[Count, ...] = ()
    unpublished: tuple[Unpublished, ...] = ()
