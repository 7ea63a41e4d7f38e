"""Papers for tests, created directly or read from invented documents."""

import hashlib
from datetime import date
from functools import cache

from kv2rdf.linking.people.matching import PersonMatcher
from kv2rdf.model.kinds import Chamber, PaperKind, PartKind, SourceKind
from kv2rdf.model.paper import AnnexNumber, NumberedPart, Paper, Source
from kv2rdf.model.text import Mark, Passage
from kv2rdf.reference import register_files
from kv2rdf.reference.shipped_folders import folder
from kv2rdf.sources import formats
from kv2rdf.sources.input.documents import InputDocument

CASE = "2040509430"


@cache
def real_seeds() -> register_files.Seeds:
    """Return seeds/, read once."""
    return register_files.read_seeds(folder("seeds"))


@cache
def person_matcher() -> PersonMatcher:
    """Return the matcher for the persons in seeds/."""
    return PersonMatcher.of(real_seeds().register)


def input_document(id_: str, content: str | bytes) -> InputDocument:
    """Return a document that has not been read yet."""
    raw = content if isinstance(content, bytes) else content.encode()
    return InputDocument(id=id_, content=raw, sha256=hashlib.sha256(raw).hexdigest())


def read_papers(content: str | bytes, id_: str = "KVR1.xml") -> tuple[Paper, ...]:
    """Read a document of any kind into its papers."""
    return formats.read_publication(input_document(id_, content), real_seeds().lookups)


def read_paper(content: str | bytes, id_: str = "KVR1.xml") -> Paper:
    """Read a document that contains one paper."""
    (paper,) = read_papers(content, id_)
    return paper


def passage(text: str, *marks: tuple[str, int]) -> Passage:
    """Return a passage. Each mark is a number and its offset."""
    return Passage(
        paragraphs=tuple(text.split("\n")),
        marks=tuple(Mark(number=number, offset=offset) for number, offset in marks),
    )


def part(text: str, *numbers: str) -> NumberedPart:
    """Return a question or an answer."""
    return NumberedPart(label=" en ".join(numbers) or None, numbers=numbers, text=passage(text))


def paper(
    key: str,
    kind: PaperKind,
    *,
    cases: tuple[tuple[str, ...], ...] = ((CASE,),),
    annex: str | None = None,
    edition: int = 0,
    dated: date | None = date(2005, 2, 23),
    questions: tuple[NumberedPart, ...] = (),
    answers: tuple[NumberedPart, ...] = (),
    notice: str | None = None,
    source: SourceKind = SourceKind.KVR,
    chamber: Chamber = Chamber.TK,
    see_also: tuple[str, ...] = (),
) -> Paper:
    """Return a paper built by hand."""
    sha256 = hashlib.sha256(key.encode()).hexdigest()
    return Paper(
        source=Source(id=f"{key}.xml", key=key, kind=source, sha256=sha256),
        kind=kind,
        chamber=chamber,
        title="Vragen van het lid Van Voorbeeld (ABC) over het weer",
        cases=cases,
        annex_number=AnnexNumber(session="20042005", number=annex) if annex else None,
        edition=edition,
        session_year="2004-2005",
        tabled=date(2005, 2, 5),
        dated=date(2005, 2, 5) if kind is PaperKind.QUESTIONS else dated,
        questions=questions,
        answers=answers,
        notice=passage(notice) if notice else None,
        see_also=see_also,
    )


def texts(parts: tuple[NumberedPart, ...]) -> list[tuple[tuple[str, ...], str]]:
    """Return the numbers and the text of each part."""
    return [(part.numbers, part.text.text) for part in parts]


def rules(paper: Paper) -> list[tuple[str, PartKind | None, int | None]]:
    """Return the rule, the part and the ordinal of each remark on a paper."""
    return [(remark.rule, remark.part, remark.ordinal) for remark in paper.remarks]
