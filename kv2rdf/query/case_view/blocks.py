"""A case as a sequence of blocks, which each form of output writes in its own way."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.case_view.language_words import WORDS
from kv2rdf.query.case_view.parts import NoteView, Paragraph, PartView
from kv2rdf.reference.page_words import written_day


@dataclass(frozen=True, slots=True)
class Fact:
    """A line about the case: a label and its values.

    Each value is a pair of a text and an address, or of a text and None.
    """

    label: str
    values: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A question, an answer, an explanation or a notice, with a heading.

    ``kind`` is the name of its class, and ``address`` is its address.
    """

    kind: str
    heading: str
    address: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class CaseRemark:
    """A sentence of our own, which is not printed in any paper."""

    text: str


@dataclass(frozen=True, slots=True)
class NoteList:
    """The footnotes, with a heading. A note without text contains a remark instead."""

    heading: str
    notes: tuple[tuple[NoteView, str], ...]


Block: TypeAlias = Fact | Section | CaseRemark | NoteList


@dataclass(frozen=True, slots=True)
class CasePage:
    """The page of a case: its title and its blocks.

    ``language`` is the language of the words that are not from the papers.
    """

    title: str
    blocks: tuple[Block, ...]
    language: str


def case_page(case: CaseView, language: str) -> CasePage:
    """Return the page of a case. ``language`` is "nl" or "en".

    It is the language of the words that are not from the papers.
    """
    return CasePage(case.title, _blocks(case, language), language)


def _blocks(case: CaseView, language: str) -> tuple[Block, ...]:
    words = WORDS[language]
    blocks: list[Block] = list(_facts(case, language))
    if case.text_state == "alleen-gegevens":
        blocks.append(CaseRemark(words["alleen-gegevens"]))
    sections = [_part_section(part, language) for part in case.parts]
    for notice in sorted(case.notices, key=lambda notice: str(notice.day)):
        day = f", {written_day(notice.day, language)}" if notice.day else ""
        heading = words[notice.kind] + day
        paragraphs = tuple((line,) for line in notice.paragraphs if line)
        sections.append(Section(notice.kind, heading, notice.address, paragraphs))
    blocks += sections
    if case.parts and not any(part.kind == "Answer" for part in case.parts):
        blocks.append(CaseRemark(words["no answer"]))
    if case.notes:
        notes = tuple((note, note.text or words["no note"]) for note in case.notes)
        blocks.append(NoteList(words["Notes"], notes))
    return tuple(blocks)


def _facts(case: CaseView, language: str) -> Iterator[Fact]:
    words = WORDS[language]
    yield Fact(words["case"], tuple((identifier, None) for identifier in case.identifiers))
    if case.chamber:
        session = f" ({case.session_year})" if case.session_year else ""
        yield Fact(words["chamber"], ((case.chamber + session, None),))
    for role in ("indiener", "geadresseerde", "antwoordgever", "mede-namens", "mededeler"):
        identities: dict[str, set[str | None]] = {}
        for p in case.people_in(role):
            identities.setdefault(p.as_printed or p.name or "", set()).add(p.identity)
        if identities:
            # Several offices that are printed as one list do not have a single address.
            found = (
                (name, ids.pop() if len(ids) == 1 else None) for name, ids in identities.items()
            )
            yield Fact(words[role], tuple(found))
    if case.tabled:
        yield Fact(words["tabled"], ((written_day(case.tabled, language), None),))
    if case.due:
        yield Fact(words["due"], ((written_day(case.due, language), None),))
    if case.answered:
        yield Fact(words["answered"], ((_answered(case, case.answered, language), None),))
    elif case.state:
        yield Fact(words["state"], ((words.get(case.state, case.state), None),))
    if case.topics:
        yield Fact(words["topics"], tuple((topic.label, None) for topic in case.topics))
    if case.pages:
        yield Fact(words["pages"], tuple((page, page) for page in case.pages))
    yield Fact(words["address"], ((case.address, case.address),))


def _answered(case: CaseView, answered: date, language: str) -> str:
    words, parts = WORDS[language], [written_day(answered, language)]
    if case.days_to_answer is not None:
        parts.append(words["days"].format(days=case.days_to_answer))
    if case.is_answered_in_time is not None:
        parts.append(words["in time" if case.is_answered_in_time else "late"])
    return ", ".join(parts)


def _part_section(part: PartView, language: str) -> Section:
    words = WORDS[language]
    heading = f"{words[part.kind]} {part.number}" if part.number else words[part.kind]
    if part.refers_to:
        heading += f" ({words['refers'].format(numbers=', '.join(part.refers_to))})"
    return Section(part.kind, heading, part.address, part.paragraphs)
