"""A KVR document: the academic XML edition of the Aanhangsel der Handelingen, 1984–2008.

The form is described in docs/sources.md, and so is each kind of text that stands in a wrong place
and is brought home. Here is what the whole paper takes: its record, its questions, and the order in
which the other modules have their turn.
"""

import re
from collections.abc import Mapping

from msgspec.structs import replace

from kv2rdf.model.kinds import Chamber, PaperKind, PartKind
from kv2rdf.model.paper import Mention, NumberedPart, Paper, Remark, Source
from kv2rdf.model.text import Passage
from kv2rdf.sources.kvr import answers, text
from kv2rdf.sources.kvr import parts as kvr_parts
from kv2rdf.sources.kvr import record as kvr_metadata
from kv2rdf.sources.kvr.repairs import (
    askers_from_title,
    dates,
    further_question_sets,
    neighbouring_papers,
    notes_above_nine,
    notes_after_last_question,
    notice_in_explanation,
    reply_among_questions,
)
from kv2rdf.sources.kvr.repairs import last_line as kvr_last_line
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.dutch_dates import TABLED

_TABLED = re.compile(TABLED)
_PAGE = {
    "header": ("titel", "kamer", "vergaderjaar", "typehandeling", "typedoc"),
    "footer": (
        "firstpaginanummer", "allpagenumbers", "vetnummer", "code", "lopendefooter", "filenaam",
        "issn-nummer", "uitgever",
    ),
}  # fmt: skip
"""The head and foot of the printed page, with their attributes: they are read over."""

_KINDS = {"Antwoord": PaperKind.ANSWER, "Nader antwoord": PaperKind.FURTHER_ANSWER}


def read(source: Source, kvr: Node, lookups: Mapping[str, str]) -> Paper:
    """Read one document (its root element ``kvr``) into its paper.

    ``lookups`` has what is meant by a misprinted Vindplaats. Raises ReadError on what has no place.
    """
    kvr.only("meta", "vragen", "toelichting", "antwoorden", "mededeling")
    kvr.known("type", "aantalvragen")
    meta = kvr.one("meta").known()
    meta.only("metadata", "header", "footer", "vraagdata", "antwoorddata")
    for part, attributes in _PAGE.items():
        for page in meta.many(part):
            page.only().known(*attributes)
    metadata = meta.one("metadata")
    record, remarks = kvr_metadata.items(metadata)
    place = kvr_metadata.place(meta, record, lookups)
    paper = Paper(
        source=replace(source, kind=place.kind, page=kvr_metadata.page(record)),
        kind=_kind(kvr, meta.lent("antwoorddata"), place),
        chamber=place.chamber,
        title=record.get("Bibliografische_omschrijving") or None,
        cases=_cases(record.get("Vraagnr_bij_indiening", ""), place.chamber),
        annex_number=place.annex_number,
        edition=place.edition,
        session_year=place.session_year,
        topic_lines=tuple(record[k] for k in ("Rubriek", "Trefwoorden") if record.get(k)),
        subjects=kvr_metadata.subjects(record.get("Rubriek", "")),
        abstract=record.get("Inhoud") or None,
        remarks=(*remarks, *_corrections(record)),
    )
    last_line = "" if kvr.optional("type") in _KINDS else kvr.optional("type")
    placed = kvr_last_line.put_into_its_element(kvr, last_line)
    paper = _questions(paper, meta.lent("vraagdata"), kvr, record.get("Datum_indiening", ""))
    paper = answers.answered(
        askers_from_title.with_title(paper),
        meta.lent("antwoorddata"),
        kvr,
        record.get("Datum_reaktie", ""),
    )
    paper, line = neighbouring_papers.own_half(paper, "" if placed else last_line)
    paper = further_question_sets.counted(further_question_sets.in_series(paper))
    if (notice := kvr.maybe("mededeling")) is not None:
        paper = answers.noticed(paper, notice, record.get("Datum_reaktie", ""))
    elif paper.kind is not PaperKind.QUESTIONS and not paper.answers:
        of_reply = "" if paper.explanation else line
        paper, left = reply_among_questions.recovered(paper, of_reply)
        line = left if of_reply else line
        paper = paper if paper.notice or paper.answers else notice_in_explanation.recovered(paper)
    else:
        paper = reply_among_questions.without_headings(paper)
    paper = further_question_sets.in_answer_series(paper)
    paper = kvr_last_line.told(paper, last_line) if placed else paper
    paper = _by_the_record(kvr_last_line.at_the_end(paper, line), metadata)
    paper = notes_after_last_question.brought_home(paper)
    paper = dates.in_order(dates.by_title(paper))
    return _refused(dates.near_its_session(paper), kvr)


def _kind(kvr: Node, heading: Node, place: kvr_metadata.Place) -> PaperKind:
    """Tell what a paper is for; one without a number of the Aanhangsel has questions at least."""
    if kvr.many("mededeling"):
        return PaperKind.NOTICE
    answered = kvr.lent("antwoorden").many("antwoord") or not heading.is_blank
    if place.annex_number is None and not answered:
        return PaperKind.QUESTIONS
    return _KINDS.get(kvr.optional("type"), PaperKind.ANSWER)


def _by_the_record(paper: Paper, metadata: Node) -> Paper:
    """Take who replies from the record of a scan, where the paper's heading was not understood."""
    if paper.kind is PaperKind.QUESTIONS or paper.answerers:
        return paper
    if not (names := kvr_metadata.persons(metadata, "Beantwoorder")):
        return paper
    remark = Remark(rule="antwoordgever-volgens-record", place="metadata/item Beantwoorder")
    answerers = tuple(Mention(printed=name, name=name) for name in names)
    return replace(paper, answerers=answerers, remarks=(*paper.remarks, remark))


def _corrections(record: Mapping[str, str]) -> tuple[Remark, ...]:
    """Keep what the library noted down as errata."""
    noted = record.get("Tekstcorrecties")
    place = "metadata/item Tekstcorrecties"
    return (Remark(rule="tekstcorrectie", place=place, text=noted),) if noted else ()


def _cases(printed: str, chamber: Chamber) -> tuple[tuple[str, ...], ...]:
    """Give the case by its question number: only the Tweede Kamer gives those out."""
    number = kvr_metadata.question_number(printed) if chamber is Chamber.TK else None
    return ((number,),) if number else ()


def _questions(paper: Paper, heading: Node, kvr: Node, recorded: str) -> Paper:
    """Read the askers, addressees, day and questions."""
    heading.only("vrager", "vraagt-aan").known("vraagnummer", "onderwerp", "indiendatum")
    subject, home = _subject(heading.optional("onderwerp"))
    place = "vraagdata/@indiendatum"
    tabled, rest, remarks = dates.settled(recorded, heading.optional("indiendatum"), place)
    remarks = tuple(replace(remark, part=PartKind.QUESTION) for remark in remarks)
    askers, nameless = _askers(heading.many("vrager"))
    elements = kvr.lent("vragen").known("aantal").only("vraag", "noten")
    asked = elements.many("vraag")
    reading = kvr_parts.Reading(kind=PartKind.QUESTION, highest=len(asked))
    for element in asked:
        reading.read(element)
    parts, found = reading.parts, reading.remarks
    if rest:
        parts, found = _brought_home(rest, parts, found)
        found.append(_about_first(rule="tekst-in-indiendatum", place=place))
    if home:
        parts, found = _brought_home(home, parts, found)
        found.append(_about_first(rule="tekst-in-onderwerp", place="vraagdata/@onderwerp"))
    noten = elements.many("noten")
    if paper.kind is PaperKind.QUESTIONS:
        # The edition puts the notes of a paper without answers on the answer side.
        noten += kvr.lent("antwoorden").many("noten")
    notes, about_notes = text.notes(noten, parts, PartKind.QUESTION, reading.lonely)
    notes, parts, further = notes_above_nine.told_apart(notes, parts, PartKind.QUESTION)
    return replace(
        paper,
        tabled=tabled,
        dated=tabled if paper.kind is PaperKind.QUESTIONS else None,
        short_title=subject or None,
        askers=askers,
        addressees=tuple(filter(None, map(_addressee, heading.many("vraagt-aan")))),
        questions=tuple(parts),
        question_notes=notes,
        explanation=_explanation(kvr),
        remarks=(*paper.remarks, *nameless, *remarks, *found, *about_notes, *further),
    )


def _subject(printed: str) -> tuple[str, str]:
    """Give the subject of a scan, and the text of a question that stands behind it."""
    if not (tabled := _TABLED.search(printed)):
        return printed, ""
    return printed[: tabled.start()].rstrip(), printed[tabled.end() :].lstrip()


def _brought_home(
    rest: str, parts: list[NumberedPart], remarks: list[Remark]
) -> tuple[list[NumberedPart], list[Remark]]:
    """Make text from elsewhere a question before the others."""
    home = NumberedPart(label=None, numbers=(), text=Passage(paragraphs=(rest,)))
    return [home, *parts], kvr_parts.moved(remarks, PartKind.QUESTION, 1)


def _about_first(*, rule: str, place: str) -> Remark:
    return Remark(rule=rule, place=place, part=PartKind.QUESTION, ordinal=1)


def _askers(listed: list[Node]) -> tuple[tuple[Mention, ...], list[Remark]]:
    """Give the askers that are listed, and what to know of those without a name."""
    askers: list[Mention] = []
    remarks: list[Remark] = []
    for vrager in listed:
        party = vrager.known("partij", "oorsprong").optional("partij") or None
        name = kvr_metadata.mended(vrager.words)
        if name:
            askers.append(Mention(printed=name, name=name, party=party))
        else:
            place = "vraagdata/vrager"
            remarks.append(
                Remark(rule="leeg-onderdeel", place=place, part=PartKind.QUESTION, text=party)
            )
    return tuple(askers), remarks


def _addressee(asked: Node) -> Mention | None:
    printed = asked.known().words
    return Mention(printed=printed, office=printed) if printed else None


def _explanation(kvr: Node) -> Passage | None:
    node = kvr.maybe("toelichting")
    return text.passage(node.known().words) if node else None


def _refused(paper: Paper, kvr: Node) -> Paper:
    """Refuse a paper that says nothing."""
    if not paper.questions and not paper.answers and paper.notice is None:
        raise kvr.problem("has no text of a question, an answer or a notice")
    return paper
