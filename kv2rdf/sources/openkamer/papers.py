"""The papers of an openkamer page: the questions, the answers, and a notice for each Mededeling.

Anything that openkamer adds is left out, or is published with a finding (docs/sources.md).
"""

import re
from datetime import date

from msgspec.structs import replace

from kv2rdf.addresses import external
from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.limits import NAME, NAMES
from kv2rdf.model.paper import AnnexNumber, Mention, NumberedPart, Paper, Remark, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note, Passage
from kv2rdf.sources.openkamer.blocks import Blocks, read_blocks
from kv2rdf.sources.openkamer.page import (
    ANSWER_NUMBER,
    QUESTION_NUMBER,
    Page,
    check_count,
    page_sections,
    placement_error,
)
from kv2rdf.sources.phrases.control_characters import control_characters
from kv2rdf.sources.phrases.dutch_dates import whole_day

_ANSWERED = re.compile(r"(.+) \(na ([0-9]{1,5}) dagen\)")
_ASKER = re.compile(r"(.+?) \(([^()]+)\)")
_OFFICER = re.compile(r"(.+?) \(([^()]+)\)(?: \(([^()]+)\))?")
_ANNEX_NUMBER = re.compile(r"ah-(tk|ek)-([0-9]{8})-([0-9]+[a-z]?)")


def read_page(source: Source, text: str) -> tuple[Paper, ...]:
    """Return the papers of a page. Raises ReadError if the page cannot be read completely."""
    page = page_sections(source.id, text)
    blocks = read_blocks(source.id, page.blocks)
    questions = _question_paper(source, page, blocks, text)
    papers = [questions]
    if blocks.answers or "Beantwoord" in page.keys or ANSWER_NUMBER in page.numbers:
        papers.append(_answer_paper(page, blocks, questions))
    return (*papers, *(_notice(questions, day, text) for day, text in blocks.notices))


def _question_paper(source: Source, page: Page, blocks: Blocks, text: str) -> Paper:
    askers = page.keys.get("Indieners") or page.keys.get("Indiener")
    if askers is None:
        raise ReadError(source.id, "key lines", "no line «Indieners»")
    topics = page.keys.get("Onderwerpen")
    return Paper(
        source=source,
        kind=PaperKind.QUESTIONS,
        chamber=Chamber.TK,
        cases=((page.case,),),
        publication=page.numbers.get(QUESTION_NUMBER),
        title=page.titles.get(QUESTION_NUMBER, page.title),
        short_title=page.title,
        page_url=_page_url(page, "Bron vraag"),
        tabled=page.day("Ingediend"),
        dated=page.day("Ingediend"),
        askers=_askers(page, askers),
        addressees=_officers(page),
        questions=blocks.questions,
        question_notes=_notes(blocks.questions),
        topic_lines=(topics,) if topics else (),
        remarks=(
            *blocks.question_remarks,
            *_address_remarks(page, "Bron vraag"),
            *_control_characters(text),
        ),
    )


def _answer_paper(page: Page, blocks: Blocks, questions: Paper) -> Paper:
    answered = _ANSWERED.fullmatch(page.keys.get("Beantwoord", ""))
    publication = page.numbers.get(ANSWER_NUMBER)
    annex = _ANNEX_NUMBER.fullmatch(publication or "")
    if answered is None or annex is None:
        problem = "answers without their day or document number"
        raise ReadError(page.document, "key lines", problem)
    dated = whole_day(answered[1])
    if dated is None or questions.tabled is None:
        raise ReadError(page.document, "Beantwoord", f"no date in {answered[1]!r}")
    remarks = blocks.answer_remarks
    if (dated - questions.tabled).days != int(answered[2]):
        remarks += (
            Remark(
                rule=FindingRule.NUMBER_OF_DAYS_IS_WRONG, location="Beantwoord", text=answered[0]
            ),
        )
    remarks += (
        Remark(rule=FindingRule.ANSWERER_AS_STATED_BY_OPENKAMER, location="Beantwoord door"),
        *_address_remarks(page, "Bron antwoord"),
    )
    number = AnnexNumber(session=annex[2], number=annex[3])
    return replace(
        questions,
        kind=PaperKind.ANSWER,
        annex_number=number,
        session_year=number.session_year,
        publication=publication,
        title=page.titles.get(ANSWER_NUMBER),
        short_title=None,
        page_url=_page_url(page, "Bron antwoord"),
        dated=dated,
        askers=(),
        addressees=(),
        answerers=questions.addressees,
        questions=(),
        question_notes=(),
        answers=blocks.answers,
        answer_notes=_notes(blocks.answers),
        topic_lines=(),
        remarks=remarks,
    )


def _notice(questions: Paper, day: date, text: Passage) -> Paper:
    return replace(
        questions,
        kind=PaperKind.NOTICE,
        publication=None,
        title=None,
        short_title=None,
        page_url=None,
        dated=day,
        askers=(),
        addressees=(),
        questions=(),
        question_notes=(),
        notice=text,
        topic_lines=(),
        remarks=(),
    )


def _page_url(page: Page, key: str) -> str | None:
    """Return the address in a key line, or None if there is no usable address.

    An address is usable if it is valid and ends in a known file extension.
    """
    url = page.keys.get(key, "")
    is_known = external.extension(url) in external.PUBLISHED_FORMATS
    return url if is_known and external.is_web_address(url) else None


def _address_remarks(page: Page, key: str) -> tuple[Remark, ...]:
    """Return a remark if a key line contains an address that is not used."""
    if key not in page.keys or _page_url(page, key) is not None:
        return ()
    return (Remark(rule=FindingRule.UNUSABLE_ADDRESS, location=key, text=page.keys[key] or None),)


def _control_characters(text: str) -> tuple[Remark, ...]:
    """Return one remark for all control characters in a page, with the line of the first."""
    if not (found := control_characters(text)):
        return ()
    lines = enumerate(text.split("\n"), start=1)
    number = next(number for number, line in lines if control_characters(line))
    rule = FindingRule.CONTROL_CHARACTERS
    return (Remark(rule=rule, location=f"line {number}: {found}"),)


def _list_items(document: str, key: str, words: str) -> list[str]:
    """Return the items of a comma-separated list.

    A comma in brackets is part of a ministry's name. Raises ReadError if there are too many items,
    or if an item is too long. ``key`` is the location in the error.
    """
    items = [item.strip() for item in re.findall(r"(?:[^,(]|\([^)]*(?:\)|$))+", words)]
    check_count(document, key, NAMES, len(items))
    check_count(document, key, NAME, max(map(len, items), default=0))
    return items


def _askers(page: Page, printed: str) -> tuple[Mention, ...]:
    askers = []
    for words in _list_items(page.document, "Indieners", printed):
        if not (asker := _ASKER.fullmatch(words)):
            raise placement_error(page.document, "Indieners", words)
        askers.append(Mention(printed=words, name=asker[1], party=asker[2]))
    return tuple(askers)


def _officers(page: Page) -> tuple[Mention, ...]:
    """Return the persons in the line "Beantwoord door": the ministers who were asked."""
    officers = []
    answerers = page.keys.get("Beantwoord door", "")
    for words in _list_items(page.document, "Beantwoord door", answerers):
        if not (officer := _OFFICER.fullmatch(words)):
            raise placement_error(page.document, "Beantwoord door", words)
        officers.append(
            Mention(printed=words, name=officer[1], office=officer[2], party=officer[3])
        )
    return tuple(officers)


def _notes(parts: tuple[NumberedPart, ...]) -> tuple[Note, ...]:
    """Return a note without text for each mark, because the page contains only marks."""
    return tuple(Note(number=mark.number) for part in parts for mark in part.text.marks)
