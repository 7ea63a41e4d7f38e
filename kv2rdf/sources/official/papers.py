"""The paper in an official publication in XML."""

import re

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.markup.code_page import control_characters_location
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.body import Body, read_body
from kv2rdf.sources.official.headings.description import HeadDescription, description
from kv2rdf.sources.official.headings.question_heading import question_heading
from kv2rdf.sources.official.headings.reply_heading import ReplyHeading, reply_heading
from kv2rdf.sources.official.known_attributes import check_attributes
from kv2rdf.sources.official.modern_form import modern_elements
from kv2rdf.sources.official.old_form import OLD_ROOT, old_elements
from kv2rdf.sources.official.paper_head import PaperHead
from kv2rdf.sources.official.paper_numbers import annex_number, case_numbers, other_number_remarks
from kv2rdf.sources.official.size import check_official_size
from kv2rdf.sources.official.unpublished_values import address_remarks, image_remarks
from kv2rdf.sources.phrases.dutch_dates import tabling_day_in, whole_day

_DAY_OF_TABLING = re.compile(r"\s*\(ingezonden ([^()]*)\)\W*$", re.IGNORECASE)


def official_paper(source: Source, root: Node) -> Paper:
    """Return the paper in a publication of the modern or the old form.

    Raises ReadError if the publication cannot be read completely, for example because an element is
    unknown or the description of the questions is missing. Raises NotAPublicationError if the
    questions are not written questions.
    """
    check_official_size(root)
    check_attributes(root)
    found = old_elements(root) if root.tag == OLD_ROOT else modern_elements(root)
    asked = description(found.asked)
    replied = description(found.replied) if found.replied else None
    reply = reply_heading(replied) if replied else None
    body = read_body(
        found.sides,
        has_reply=found.has_reply,
        is_called_notice=reply is not None and reply.kind is PaperKind.NOTICE,
    )
    people = question_heading(asked)
    kind = _kind(reply, body, has_reply=found.has_reply)
    is_questions = kind is PaperKind.QUESTIONS
    answers, notice, extra = _reply(kind, body)
    if reply is not None and reply.kind is PaperKind.NOTICE and body.answers:
        extra = (*extra, _remark_on_kind(replied.text if replied else ""))
    tabled = asked.day or tabling_day_in(asked.text)
    head, content = found.head, found.content
    cases = case_numbers(head, content, notice, is_questions=is_questions)
    return Paper(
        source=source,
        kind=kind,
        chamber=head.chamber,
        title=asked.text if replied is None else replied.text,
        short_title=_title_of_questions(asked) if replied is not None else None,
        cases=cases,
        annex_number=None if is_questions else annex_number(head, content, cases),
        edition=head.edition,
        publication=head.identifier or _formed_identifier(head, is_questions=is_questions),
        session_year=head.session,
        tabled=tabled,
        dated=tabled if is_questions else replied.day if replied else None,
        askers=people.askers,
        addressees=people.addressees,
        answerers=reply.answerers if reply else (),
        on_behalf_of=reply.on_behalf_of if reply else (),
        questions=tuple(body.questions),
        question_notes=tuple(body.question_notes.notes),
        explanation=body.explanation,
        answers=answers,
        answer_notes=tuple(body.answer_notes.notes),
        notice=notice,
        see_also=reply.see_also if reply else (),
        remarks=(
            *asked.remarks,
            *people.remarks,
            *(replied.remarks if replied else ()),
            *(reply.remarks if reply else ()),
            *body.remarks,
            *extra,
            *image_remarks(content),
            *address_remarks(content),
            *_control_characters(root),
            *(() if is_questions else other_number_remarks(head)),
        ),
    )


def _title_of_questions(asked: HeadDescription) -> str:
    """Return a description without the date of tabling at its end."""
    found = _DAY_OF_TABLING.search(asked.text)
    is_day = found is not None and whole_day(found[1]) is not None
    return asked.text[: found.start()] if found and is_day else asked.text


def _kind(reply: ReplyHeading | None, body: Body, *, has_reply: bool) -> PaperKind:
    """Return the kind of a paper, determined from the heading of its reply and from its text.

    A paper with answers is never a notice. If the heading does not state the kind, a reply with the
    text of a notice and without answers is a notice, and any other reply is an answer.
    """
    if not has_reply and not body.answers:
        return PaperKind.QUESTIONS
    if body.answers and reply is not None and reply.kind is PaperKind.NOTICE:
        return PaperKind.ANSWER
    if body.notice is not None and not body.answers and (reply is None or reply.kind is None):
        return PaperKind.NOTICE
    return (reply.kind if reply else None) or PaperKind.ANSWER


def _reply(
    kind: PaperKind, body: Body
) -> tuple[tuple[NumberedPart, ...], Passage | None, tuple[Remark, ...]]:
    """Return the answers and the notice of a paper, and remarks on them.

    Unless the paper is a notice, the text of the element ``kamervraagopmerking`` is treated as an
    answer without a number.
    """
    answers, text = tuple(body.answers), body.notice
    if text is None or kind is PaperKind.NOTICE:
        return answers, text, ()
    part = NumberedPart(label=None, numbers=(), text=text)
    remark = Remark(
        rule=FindingRule.TEXT_OUTSIDE_PARTS,
        location="kamervraagopmerking",
        part=PartKind.ANSWER,
        ordinal=len(answers) + 1,
        text=text.text,
    )
    return (*answers, part), None, (remark,)


def _remark_on_kind(description: str) -> Remark:
    rule = FindingRule.HEADING_NOT_UNDERSTOOD
    return Remark(rule=rule, location="kamervraagomschrijving", text=description)


def _control_characters(root: Node) -> tuple[Remark, ...]:
    location = control_characters_location(root)
    rule = FindingRule.CONTROL_CHARACTERS
    return (Remark(rule=rule, location=location),) if location else ()


def _formed_identifier(head: PaperHead, *, is_questions: bool) -> str | None:
    return f"kv-{head.chamber}-{head.numbers[0]}" if is_questions and head.numbers else None
