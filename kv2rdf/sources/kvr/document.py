"""The reader of a whole KVR document, including the repairs of misplaced text.

The fields are read first. After that, the functions in REPAIRS move misplaced text to the right
position, and correct some names and dates. docs/sources.md describes the form of a document and
every repair.
"""

from collections.abc import Callable, Mapping

from msgspec.structs import replace

from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import Lookups
from kv2rdf.sources.kvr import library_record
from kv2rdf.sources.kvr.answers import read_answers
from kv2rdf.sources.kvr.notice_element import read_notice
from kv2rdf.sources.kvr.page_footer import is_of_kamerstuk, printed_pages
from kv2rdf.sources.kvr.paper_in_progress import NO_ROWS, KvrReading, KvrRemark
from kv2rdf.sources.kvr.questions import read_questions
from kv2rdf.sources.kvr.repairs.answer_sets import assign_answers_to_sets
from kv2rdf.sources.kvr.repairs.answerers_from_record import take_answerers_from_record
from kv2rdf.sources.kvr.repairs.day_from_row import take_tabling_day_from_row
from kv2rdf.sources.kvr.repairs.day_from_title import take_tabling_day_from_title
from kv2rdf.sources.kvr.repairs.day_order import put_days_in_order
from kv2rdf.sources.kvr.repairs.days_far_from_session import remove_days_far_from_session
from kv2rdf.sources.kvr.repairs.days_of_record import remove_remarks_on_days_printed_elsewhere
from kv2rdf.sources.kvr.repairs.empty_last_part import fill_last_element
from kv2rdf.sources.kvr.repairs.further_question_sets import split_question_sets
from kv2rdf.sources.kvr.repairs.further_sets_in_explanation import (
    take_askers_from_explanation,
)
from kv2rdf.sources.kvr.repairs.last_line import restore_last_line
from kv2rdf.sources.kvr.repairs.misplaced_reply import restore_reply
from kv2rdf.sources.kvr.repairs.neighbouring_papers import remove_neighbouring_papers
from kv2rdf.sources.kvr.repairs.notes_after_last_question import restore_notes_after_last_question
from kv2rdf.sources.kvr.repairs.subject_from_title import take_subject_from_title
from kv2rdf.sources.kvr.repairs.text_of_kamerstuk import remove_text_of_kamerstuk
from kv2rdf.sources.kvr.vindplaats import Vindplaats, read_vindplaats
from kv2rdf.sources.markup.code_page import control_characters_location
from kv2rdf.sources.markup.xml_node import Node

REPAIRS: tuple[Callable[[KvrReading], KvrReading], ...] = (
    # First, because no text remains.
    remove_text_of_kamerstuk,
    # Early, because the heading of another paper could be mistaken for that of a further set.
    remove_neighbouring_papers,
    # After the text of other papers is removed, because the subject may belong to such a paper.
    take_subject_from_title,
    # Before the reply is restored, because this also removes headings from parts that become
    # answers.
    split_question_sets,
    # Before the last line is moved, because that line may be the end of the reply's heading.
    restore_reply,
    # After the reply is restored, because the answers to all sets are then known.
    assign_answers_to_sets,
    # After the reply is restored, because the line is the end of the last answer.
    restore_last_line,
    # After the last line is moved, because that line may be the end of the explanation.
    take_askers_from_explanation,
    # After the reply is restored, because its heading, if it is complete, names the answerers.
    take_answerers_from_record,
    # After the last line is moved, because that line may be the end of the last note.
    restore_notes_after_last_question,
    # After all repairs that find a heading, because a heading may contain a date. Before the other
    # repairs of dates, because the date in the title is certain.
    take_tabling_day_from_title,
    # After the date in the title has been used, because a row corrects the date that is published
    # without it.
    take_tabling_day_from_row,
    # After the date in the title has been used, because that date is certain.
    put_days_in_order,
    # After both dates have been corrected, because it compares them.
    remove_days_far_from_session,
    # Last, because the dates that are used must be known.
    remove_remarks_on_days_printed_elsewhere,
)
"""The repairs of a whole document, in order. The comments give the reasons for the order."""

_PAGE_ATTRIBUTES = {
    "header": ("titel", "kamer", "vergaderjaar", "typehandeling", "typedoc"),
    "footer": (
        "firstpaginanummer", "allpagenumbers", "vetnummer", "code", "lopendefooter", "filenaam",
        "issn-nummer", "uitgever",
    ),
}  # fmt: skip
"""Maps the elements for the header and footer of the printed page to their possible attributes."""

_KINDS = {"Antwoord": PaperKind.ANSWER, "Nader antwoord": PaperKind.FURTHER_ANSWER}


def read_kvr_document(source: Source, kvr: Node, lookups: Lookups) -> Paper:
    """Return the paper in a document. ``kvr`` is the root element of the document.

    ``lookups`` contains the rows of the kinds ``vindplaats`` and ``indiendatum``. Raises ReadError
    if the document cannot be read: for example, if it contains an unknown element, attribute or
    item, if it contains both answers and a notice, or if the text of the paper is missing.
    """
    reading = _read_fields(source, kvr, lookups)
    for repair in REPAIRS:
        reading = repair(reading)
    if reading.element_notice and reading.answers:
        raise kvr.one("mededeling").read_error("a paper with answers and a notice")
    has_text = reading.questions or reading.answers or reading.paper.notice is not None
    if not has_text and not reading.is_kamerstuk:
        raise kvr.read_error("has no text of a question, an answer or a notice")
    return reading.numbered()


def _read_fields(source: Source, kvr: Node, lookups: Lookups) -> KvrReading:
    kvr.only_children("meta", "vragen", "toelichting", "antwoorden", "mededeling")
    kvr.only_attributes("type", "aantalvragen")
    meta = kvr.one("meta").only_attributes()
    meta.only_children("metadata", "header", "footer", "vraagdata", "antwoorddata")
    for tag, attributes in _PAGE_ATTRIBUTES.items():
        for element in meta.many(tag):
            element.only_children().only_attributes(*attributes)
    metadata = meta.one("metadata")
    items, remarks = library_record.read_items(metadata)
    misprints = lookups.get("vindplaats", NO_ROWS)
    vindplaats = read_vindplaats(meta, items.get("Vindplaats", ""), misprints)
    answers_heading = meta.one_or_empty("antwoorddata")
    kind = _kind(kvr, answers_heading, vindplaats)
    kvr_type = kvr.attribute_or_empty("type")
    last_line = "" if kvr_type in _KINDS else kvr_type
    is_filled = fill_last_element(kvr, last_line)
    pages = None if vindplaats.annex_number is None else printed_pages(meta, items)
    reading = KvrReading(
        paper=replace(_paper(source, kind, items, vindplaats), pages=pages),
        remarks=(*remarks, *_misprint(items, misprints), *_control_characters(kvr)),
        last_line="" if is_filled else last_line,
        filled_line=last_line if is_filled else "",
        recorded_answerers=library_record.persons(metadata, "Beantwoorder"),
        recorded_reply=items.get("Datum_reaktie", ""),
        misprinted_days=lookups.get("indiendatum", NO_ROWS),
        is_kamerstuk=is_of_kamerstuk(meta),
    )
    questions_heading = meta.one_or_empty("vraagdata")
    reading = read_questions(reading, kvr, questions_heading, items.get("Datum_indiening", ""))
    reading = read_answers(reading, kvr, answers_heading)
    return replace(reading, element_notice=read_notice(kvr, reading.recorded_reply))


def _misprint(items: Mapping[str, str], misprints: Mapping[str, str]) -> tuple[KvrRemark, ...]:
    printed = items.get("Vindplaats", "")
    if printed not in misprints:
        return ()
    rule, location = FindingRule.VINDPLAATS_IS_MISPRINTED, "metadata/item Vindplaats"
    return (KvrRemark(rule=rule, location=location, text=printed),)


def _control_characters(kvr: Node) -> tuple[KvrRemark, ...]:
    location = control_characters_location(kvr)
    rule = FindingRule.CONTROL_CHARACTERS
    return (KvrRemark(rule=rule, location=location),) if location else ()


def _kind(kvr: Node, answers_heading: Node, vindplaats: Vindplaats) -> PaperKind:
    """Return the kind of a paper.

    A paper without a number in the Aanhangsel and without a reply is a question paper.
    """
    if kvr.many("mededeling"):
        return PaperKind.NOTICE
    is_answered = kvr.one_or_empty("antwoorden").many("antwoord") or not answers_heading.is_blank
    if vindplaats.annex_number is None and not is_answered:
        return PaperKind.QUESTIONS
    return _KINDS.get(kvr.attribute_or_empty("type"), PaperKind.ANSWER)


def _paper(
    source: Source, kind: PaperKind, items: Mapping[str, str], vindplaats: Vindplaats
) -> Paper:
    """Return a paper without parts, made from the library's record."""
    chamber = vindplaats.chamber
    number = library_record.question_number(items.get("Vraagnr_bij_indiening", ""))
    return Paper(
        source=replace(source, kind=vindplaats.kind, page_url=library_record.web_page(items)),
        kind=kind,
        chamber=chamber,
        title=items.get("Bibliografische_omschrijving") or None,
        cases=((number,),) if number and chamber is Chamber.TK else (),
        annex_number=vindplaats.annex_number,
        edition=vindplaats.edition,
        session_year=vindplaats.session_year,
        topic_lines=tuple(items[k] for k in ("Rubriek", "Trefwoorden") if items.get(k)),
        subjects=library_record.subjects(items.get("Rubriek", "")),
        abstract=items.get("Inhoud") or None,
    )
