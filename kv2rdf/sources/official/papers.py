"""The paper in an official publication in XML."""

import re

from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import AnnexNumber, NumberedPart, Paper, Remark, Source
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.body import Body, read_body
from kv2rdf.sources.official.headings.description import HeadDescription, description
from kv2rdf.sources.official.headings.question_heading import question_heading
from kv2rdf.sources.official.headings.reply_heading import ReplyHeading, reply_heading
from kv2rdf.sources.official.paper_head import PaperHead, paper_head
from kv2rdf.sources.official.size import check_official_size
from kv2rdf.sources.phrases.dutch_dates import whole_day

_HEAD = ("kamervraagkop", "kamervraagnummer", "kamervraagomschrijving")
_CASE_NUMBER = re.compile(r"\d{4}[Zz]\d{5}|2\d{9}")
_OTHER_CASE_NUMBER = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_NUMBER_IN_SESSION = re.compile(r"[1-9][0-9]{0,4}")
_DAY_OF_TABLING = re.compile(r"\s*\(ingezonden ([^()]*)\)\W*$", re.IGNORECASE)
_CITED_CASE = re.compile(r"kenmerk\s+(\d{4}Z\d{5})(?!\w)")
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"


def official_paper(source: Source, root: Node) -> Paper:
    """Return the paper in a publication.

    Raises ReadError for an element that is not known, and if there is no description of the
    questions.
    """
    check_official_size(root)
    root.only_attributes(_SCHEMA).only_children("metadata", "kamervragen")
    content = root.one("kamervragen").only_attributes()
    head = paper_head(root, content)
    asked, replied = _descriptions(content)
    children = [Node(root.document, child) for child in content.element]
    _check_no_text(content)
    body = read_body(child for child in children if child.tag not in _HEAD)
    reply = reply_heading(replied) if replied else None
    people = question_heading(asked)
    kind = _kind(reply, body)
    is_questions = kind is PaperKind.QUESTIONS
    answers, notice, explanation, extra = _reply(kind, body, content)
    if reply is not None and reply.kind is PaperKind.NOTICE and body.answers:
        extra = (*extra, _remark_on_kind(replied.text if replied else ""))
    number = None if is_questions else _annex_number(head, content)
    return Paper(
        source=source,
        kind=kind,
        chamber=head.chamber,
        title=asked.text if replied is None else replied.text,
        short_title=_title_of_questions(asked) if replied is not None else None,
        cases=_cases(head, content) if is_questions else _cited_case(notice),
        annex_number=number,
        edition=head.edition,
        publication=head.identifier or _formed_identifier(head, is_questions=is_questions),
        session_year=head.session,
        tabled=asked.day,
        dated=asked.day if is_questions else replied.day if replied else None,
        askers=people.askers,
        addressees=people.addressees,
        answerers=reply.answerers if reply else (),
        on_behalf_of=reply.on_behalf_of if reply else (),
        questions=tuple(body.questions),
        question_notes=tuple(body.question_notes.notes),
        explanation=explanation,
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
            *_image_remarks(content),
        ),
    )


def _descriptions(content: Node) -> tuple[HeadDescription, HeadDescription | None]:
    """Return the description of the questions, and that of the reply, if there is one."""
    found = content.many("kamervraagomschrijving")
    types = [node.only_attributes("type").attribute_or_empty("type") for node in found]
    if types[:1] not in (["vraag"], [""]) or types[1:] not in ([], ["antwoord"], [""]):
        problem = f"expected the descriptions of the questions and the reply, found {types[:9]}"
        raise content.read_error(problem)
    asked, *replied = map(description, found)
    return asked, replied[0] if replied else None


def _title_of_questions(asked: HeadDescription) -> str:
    """Return a description without the day of tabling at its end."""
    found = _DAY_OF_TABLING.search(asked.text)
    is_day = found is not None and whole_day(found[1]) is not None
    return asked.text[: found.start()] if found and is_day else asked.text


def _check_no_text(content: Node) -> None:
    content.only_children(*{str(child.tag) for child in content.element})


def _kind(reply: ReplyHeading | None, body: Body) -> PaperKind:
    """Return the kind of a paper: what its text is, and else what its description says."""
    if reply is None and not body.answers:
        return PaperKind.QUESTIONS
    if body.answers and reply is not None and reply.kind is PaperKind.NOTICE:
        return PaperKind.ANSWER
    if body.notice is not None and not body.answers and (reply is None or reply.kind is None):
        return PaperKind.NOTICE
    return (reply.kind if reply else None) or PaperKind.ANSWER


def _reply(
    kind: PaperKind, body: Body, content: Node
) -> tuple[tuple[NumberedPart, ...], Passage | None, Passage | None, tuple[Remark, ...]]:
    """Return the answers, the notice and the explanation of a paper, and remarks on them.

    The text of a remark (``kamervraagopmerking``) is the notice, the explanation of a paper with
    only questions, or an answer without a number. Raises ReadError for a footnote in an
    explanation.
    """
    answers, text = tuple(body.answers), body.notice
    if text is None:
        return answers, None, None, ()
    if kind is PaperKind.QUESTIONS:
        if text.marks:
            raise content.read_error("a footnote in an explanation")
        return answers, None, text, ()
    if kind is PaperKind.NOTICE:
        return answers, text, None, ()
    part = NumberedPart(label=None, numbers=(), text=text)
    remark = Remark(
        rule=FindingRule.TEXT_OUTSIDE_PARTS,
        location="kamervraagopmerking",
        part=PartKind.ANSWER,
        ordinal=len(answers) + 1,
        text=text.text,
    )
    return (*answers, part), None, None, (remark,)


def _remark_on_kind(description: str) -> Remark:
    rule = FindingRule.HEADING_NOT_UNDERSTOOD
    return Remark(rule=rule, location="kamervraagomschrijving", text=description)


def _image_remarks(content: Node) -> tuple[Remark, ...]:
    images = [Node(content.document, found) for found in content.element.iter("illustratie")]
    names = " | ".join(filter(None, (image.attribute_or_empty("naam") for image in images)))
    rule = FindingRule.IMAGE_NOT_PUBLISHED
    return (Remark(rule=rule, location=images[0].path, text=names or None),) if images else ()


def _cases(head: PaperHead, content: Node) -> tuple[tuple[str, ...], ...]:
    """Return the case that a question paper is about, by its number."""
    if not _OTHER_CASE_NUMBER.fullmatch(head.number):
        raise content.read_error(f"not a number of a case: {head.number!r}")
    number = head.number.upper() if _CASE_NUMBER.fullmatch(head.number) else head.number
    return ((number,),)


def _cited_case(notice: Passage | None) -> tuple[tuple[str, ...], ...]:
    """Return the case whose number a notice prints ("met kenmerk …"), if it prints only one."""
    found = sorted(set(_CITED_CASE.findall(notice.text))) if notice else []
    return ((found[0],),) if len(found) == 1 else ()


def _annex_number(head: PaperHead, content: Node) -> AnnexNumber:
    if head.session is None:
        raise content.read_error("a reply without its session")
    number = head.number.lstrip("0")
    if not _NUMBER_IN_SESSION.fullmatch(number):
        raise content.read_error(f"not a number in the Aanhangsel: {head.number[:40]!r}")
    return AnnexNumber(session=head.session.replace("-", ""), number=number)


def _formed_identifier(head: PaperHead, *, is_questions: bool) -> str | None:
    return f"kv-{head.chamber}-{head.number}" if is_questions else None
