"""A page of openkamer, as text: one case with its questions, answers and notices.

The grammar is in docs/sources.md. A page yields a question paper, an answer paper where it has
answers, and a notice for each mededeling. What openkamer is known to invent is not published.
"""

import re
from dataclasses import dataclass
from datetime import date

from msgspec.structs import replace

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import AnnexNumber, Mention, NumberedPart, Paper, Remark, Source
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.openkamer import blocks as openkamer_blocks
from kv2rdf.sources.openkamer.blocks import Blocks, lost
from kv2rdf.sources.phrases.dutch_dates import whole_day

_CASE = re.compile(r"Kamervraag (\d{4}Z\d{5})")
_ANSWERED = re.compile(r"(.+) \(na (\d{1,5}) dagen\)")
_PERSON = re.compile(r"(.+?) \(([^()]+)\)")
_OFFICER = re.compile(r"(.+?) \(([^()]+)\)(?: \(([^()]+)\))?")
_ANNEX = re.compile(r"ah-(tk|ek)-(\d{8})-(\d+[a-z]?)")
_KEYS = ("Ingediend", "Beantwoord", "Indiener", "Indieners", "Beantwoord door", "Onderwerpen")
_LINKS = ("Bron vraag", "Bron antwoord")
_FOOT = ("Kamervraag document nummer", "Kamerantwoord document nummer", "Volledige titel")


def is_page(text: str) -> bool:
    """Tell whether a text is such a page."""
    return text.startswith("Kamervraag ")


def read(source: Source, text: str) -> tuple[Paper, ...]:
    """Read one page into its papers; raises ReadError on a line that has no place."""
    page = _Page.cut(source, text)
    blocks = openkamer_blocks.read(source.id, page.blocks)
    questions = _question_paper(source, page, blocks)
    papers = [questions]
    if blocks.answers or "Beantwoord" in page.keys or _FOOT[1] in page.foot:
        papers.append(_answer_paper(page, blocks, questions))
    return (*papers, *(_notice(questions, day, text) for day, text in blocks.notices))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The page cut in its sections: key lines, blocks and foot lines."""

    case: str
    title: str
    keys: dict[str, str]
    blocks: tuple[tuple[int, str], ...]
    foot: dict[str, str]

    @classmethod
    def cut(cls, source: Source, text: str) -> "_Page":
        lines = list(enumerate(text.split("\n"), start=1))
        if not (case := _CASE.fullmatch(lines[0][1])):
            raise ReadError(source.id, "line 1", "expected «Kamervraag» and a Z-number")
        if len(lines) < 4 or lines[1][1] or lines[3][1]:
            raise ReadError(source.id, "line 3", "expected a title between two empty lines")
        first = next((n for n, line in lines if line.startswith(" • ")), len(lines) + 1)
        foot = next((n for n, line in lines if line.startswith(_FOOT[0])), len(lines) + 1)
        return cls(
            case=case[1],
            title=lines[2][1],
            keys=_keys(source, lines[4 : first - 1]),
            blocks=tuple(lines[first - 1 : foot - 1]),
            foot=_foot(source, lines[foot - 1 :]),
        )

    def day(self, source: Source, key: str) -> date | None:
        if key not in self.keys:
            return None
        if (day := whole_day(self.keys[key])) is None:
            raise ReadError(source.id, key, f"no day in {self.keys[key]!r}")
        return day


def _keys(source: Source, lines: list[tuple[int, str]]) -> dict[str, str]:
    keys: dict[str, str] = {}
    for number, line in lines:
        if not line:
            continue
        key = max((k for k in _KEYS + _LINKS if line.startswith(k + " ")), key=len, default=None)
        if key is None or key in keys:
            raise ReadError(source.id, f"line {number}", f"unknown key line {line[:60]!r}")
        keys[key] = line[len(key) + 1 :]
    if "Ingediend" not in keys:
        raise ReadError(source.id, "key lines", "no line «Ingediend»")
    return keys


def _foot(source: Source, lines: list[tuple[int, str]]) -> dict[str, str]:
    """Read the foot: each document number, and under ``…/title`` the title after it."""
    foot: dict[str, str] = {}
    document = ""
    for number, line in lines:
        if not line:
            continue
        key, separator, value = line.partition(": ")
        if not separator or key not in _FOOT or (key == _FOOT[2]) != bool(document):
            raise ReadError(source.id, f"line {number}", f"unknown foot line {line[:60]!r}")
        foot[f"{document}/title" if document else key] = value
        document = "" if document else key
    return foot


def _question_paper(source: Source, page: _Page, blocks: Blocks) -> Paper:
    askers = page.keys.get("Indieners") or page.keys.get("Indiener")
    if askers is None:
        raise ReadError(source.id, "key lines", "no line «Indieners»")
    number = page.foot.get(_FOOT[0])
    topics = page.keys.get("Onderwerpen")
    return Paper(
        source=source,
        kind=PaperKind.QUESTIONS,
        chamber=Chamber.TK,
        cases=((page.case,),),
        publication=number,
        title=page.foot.get(f"{_FOOT[0]}/title", page.title),
        short_title=page.title,
        page=page.keys.get("Bron vraag"),
        tabled=page.day(source, "Ingediend"),
        dated=page.day(source, "Ingediend"),
        askers=tuple(_asker(source, words) for words in _listed(askers)),
        addressees=_officers(source, page),
        questions=blocks.questions,
        question_notes=_notes(blocks.questions),
        topic_lines=(topics,) if topics else (),
        remarks=blocks.question_remarks,
    )


def _answer_paper(page: _Page, blocks: Blocks, questions: Paper) -> Paper:
    source = questions.source
    answered = _ANSWERED.fullmatch(page.keys.get("Beantwoord", ""))
    number = page.foot.get(_FOOT[1])
    annex = _ANNEX.fullmatch(number or "")
    if answered is None or annex is None:
        raise ReadError(source.id, "key lines", "answers without their day or document number")
    dated = whole_day(answered[1])
    if dated is None or questions.tabled is None:
        raise ReadError(source.id, "Beantwoord", f"no day in {answered[1]!r}")
    remarks = blocks.answer_remarks
    if (dated - questions.tabled).days != int(answered[2]):
        remarks += (Remark(rule="dagen-kloppen-niet", place="Beantwoord", text=answered[0]),)
    return replace(
        questions,
        kind=PaperKind.ANSWER,
        annex_number=AnnexNumber(session=annex[2], number=annex[3]),
        session_year=f"{annex[2][:4]}-{annex[2][4:]}",
        publication=number,
        title=page.foot.get(f"{_FOOT[1]}/title"),
        short_title=None,
        page=page.keys.get("Bron antwoord"),
        dated=dated,
        askers=(),
        addressees=(),
        answerers=questions.addressees,
        questions=(),
        question_notes=(),
        answers=blocks.answers,
        answer_notes=_notes(blocks.answers),
        topic_lines=(),
        remarks=(*remarks, Remark(rule="antwoordgever-volgens-openkamer", place="Beantwoord door")),
    )


def _notice(questions: Paper, day: date, text: Passage) -> Paper:
    return replace(
        questions,
        kind=PaperKind.NOTICE,
        publication=None,
        title=None,
        short_title=None,
        page=None,
        dated=day,
        askers=(),
        addressees=(),
        questions=(),
        question_notes=(),
        notice=text,
        topic_lines=(),
        remarks=(),
    )


def _listed(words: str) -> list[str]:
    """Cut a list at the commas outside brackets: ministries have commas in their names."""
    return [found.strip() for found in re.findall(r"(?:[^,(]|\([^)]*\))+", words)]


def _asker(source: Source, words: str) -> Mention:
    if not (found := _PERSON.fullmatch(words)):
        raise lost(source.id, "Indieners", words)
    return Mention(printed=words, name=found[1], party=found[2])


def _officers(source: Source, page: _Page) -> tuple[Mention, ...]:
    """Read "Beantwoord door": openkamer's list of the ministers the questions were put to."""
    officers = []
    for words in _listed(page.keys.get("Beantwoord door", "")):
        if not (found := _OFFICER.fullmatch(words)):
            raise lost(source.id, "Beantwoord door", words)
        officers.append(Mention(printed=words, name=found[1], office=found[2], party=found[3]))
    return tuple(officers)


def _notes(parts: tuple[NumberedPart, ...]) -> tuple[Note, ...]:
    """Give the notes of parts: the page prints their marks only."""
    return tuple(Note(number=mark.number) for part in parts for mark in part.text.marks)
