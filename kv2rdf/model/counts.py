"""Counts of the contents and the gaps of a release, by year and kind of source."""

from enum import StrEnum

from msgspec import Struct

from kv2rdf.model.kinds import SourceKind


class CountKind(StrEnum):
    """The kinds of items that are counted. Each value is the key of a concept."""

    DOCUMENTS = "documenten"
    PUBLISHED = "documenten-gepubliceerd"
    HELD_BACK = "documenten-teruggehouden"
    NOT_READ = "documenten-niet-gelezen"
    CASES = "zaken"
    CASES_UNDATED = "zaken-zonder-dag"
    CASES_WITHOUT_QUESTIONS = "zaken-zonder-vragen"
    CASES_WITHOUT_ASKER = "zaken-zonder-indiener"
    CASES_WITHOUT_ADDRESSEE = "zaken-zonder-geadresseerde"
    QUESTIONS = "vragen"
    ANSWER_PAPERS = "antwoordstukken"
    PAPERS_UNDATED = "antwoordstukken-zonder-dag"
    PAPERS_WITHOUT_TEXT = "antwoordstukken-zonder-tekst"
    PAPERS_WITHOUT_ANSWERER = "antwoordstukken-zonder-antwoordgever"
    ANSWERS = "antwoorden"
    ANSWERS_LINKED = "antwoorden-bij-een-vraag"
    ANSWERS_UNLINKED = "antwoorden-zonder-vraag"
    NOTICES = "mededelingen"
    NOTICES_UNDATED = "mededelingen-zonder-dag"
    NOTICES_FOLLOWED = "mededelingen-met-antwoord"
    NOTICES_NOT_FOLLOWED = "mededelingen-zonder-antwoord"
    NOTES = "noten"
    NOTES_WITHOUT_TEXT = "noten-zonder-tekst"
    REFERENCES = "verwijzingen"
    REFERENCES_PUBLISHED_HERE = "verwijzingen-naar-een-stuk-hier"
    REFERENCES_ELSEWHERE = "verwijzingen-naar-een-stuk-elders"

    @property
    def is_gap(self) -> bool:
        """Whether this kind counts items that are missing."""
        return self in _GAPS


WHOLE_OF = {
    CountKind.PUBLISHED: CountKind.DOCUMENTS,
    CountKind.HELD_BACK: CountKind.DOCUMENTS,
    CountKind.NOT_READ: CountKind.DOCUMENTS,
    CountKind.CASES_UNDATED: CountKind.CASES,
    CountKind.CASES_WITHOUT_QUESTIONS: CountKind.CASES,
    CountKind.CASES_WITHOUT_ASKER: CountKind.CASES,
    CountKind.CASES_WITHOUT_ADDRESSEE: CountKind.CASES,
    CountKind.PAPERS_UNDATED: CountKind.ANSWER_PAPERS,
    CountKind.PAPERS_WITHOUT_TEXT: CountKind.ANSWER_PAPERS,
    CountKind.PAPERS_WITHOUT_ANSWERER: CountKind.ANSWER_PAPERS,
    CountKind.ANSWERS_LINKED: CountKind.ANSWERS,
    CountKind.ANSWERS_UNLINKED: CountKind.ANSWERS,
    CountKind.NOTICES_UNDATED: CountKind.NOTICES,
    CountKind.NOTICES_FOLLOWED: CountKind.NOTICES,
    CountKind.NOTICES_NOT_FOLLOWED: CountKind.NOTICES,
    CountKind.NOTES_WITHOUT_TEXT: CountKind.NOTES,
    CountKind.REFERENCES_PUBLISHED_HERE: CountKind.REFERENCES,
    CountKind.REFERENCES_ELSEWHERE: CountKind.REFERENCES,
}
"""A mapping from each kind that counts part of a total to the kind that counts the total."""

_GAPS = WHOLE_OF.keys() - {
    CountKind.PUBLISHED,
    CountKind.ANSWERS_LINKED,
    CountKind.NOTICES_FOLLOWED,
    CountKind.REFERENCES_PUBLISHED_HERE,
}


class Count(Struct, frozen=True, kw_only=True):
    """The number of items of one kind, in one year and from one kind of source.

    ``year`` consists of four digits. It is "" if the year is not known.
    """

    year: str
    source_kind: SourceKind
    count_kind: CountKind
    number: int


class UnpublishedCount(Struct, frozen=True, kw_only=True):
    """The number of input documents that are unpublished for the same reason.

    They belong to one year and one kind of source. ``count_kind`` is HELD_BACK or NOT_READ.
    """

    year: str
    source_kind: SourceKind
    count_kind: CountKind
    reason: str
    number: int


class Gaps(Struct, frozen=True, kw_only=True):
    """All counts of a release, including zeros, and the counts of unpublished documents."""

    counts: tuple[Count, ...] = ()
    unpublished: tuple[UnpublishedCount, ...] = ()


def year_in_tables(year: int | None) -> str:
    """Return a year as it is written in tables: four digits, or "" if the year is not known.

    The year 30, which may result from a misprinted date, becomes "0030".
    """
    return "" if year is None else f"{year:04}"
