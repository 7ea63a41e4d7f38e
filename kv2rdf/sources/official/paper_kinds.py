"""The kind of a paper, determined from the type and the title in its metadata.

The type is often wrong. For example, a withdrawal may have the type of an answer. About 32,000 old
papers have no type.
"""

import re
from collections.abc import Iterable

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.notice_titles import is_title_of_notice
from kv2rdf.model.paper import Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.format import NotAPublicationError
from kv2rdf.sources.official.metadata_fields import MetadataFields

_ANNEX_NAMES = ("aanhangsel van de handelingen", "kamervragen (aanhangsel)")
_QUESTION_NAMES = ("kamervragen zonder antwoord", "schriftelijke vragen")
_WITHOUT_FACTS = ("officiële publicatie",)
_STATED = {
    "antwoord": PaperKind.ANSWER,
    "nader antwoord": PaperKind.FURTHER_ANSWER,
    "mededeling": PaperKind.NOTICE,
}
_OTHER_QUESTIONS = {
    "mondelinge vragen": "oral questions",
    "interpellatievragen": "questions for an interpellation",
}
_AS_PRINTED = re.compile(r"Antwoord(?:en)? van\b", re.IGNORECASE)
"""The beginning of an answer as printed in the paper: "Antwoord van Minister …"."""

_OF_AN_ANSWER = re.compile(r"Antwoord(?:en)?\b", re.IGNORECASE)
_OF_A_FURTHER_ANSWER = re.compile(r"Nader antwoord\b", re.IGNORECASE)


def is_reply(fields: MetadataFields) -> bool | None:
    """Whether the paper is a reply, or None if the metadata does not show this.

    Raises ReadError for an unknown type, or if the metadata states both the type of a reply and
    that of questions. Raises NotAPublicationError for questions that are not written questions.
    """
    answers = questions = False
    for name in (*fields.many("type"), *fields.many("publicationname")):
        words = name.casefold()
        if words in _OTHER_QUESTIONS:
            raise NotAPublicationError(f"metadata of {_OTHER_QUESTIONS[words]}")
        answers |= words in _ANNEX_NAMES or words in _STATED
        questions |= words in _QUESTION_NAMES
        if words not in (*_ANNEX_NAMES, *_QUESTION_NAMES, *_WITHOUT_FACTS, *_STATED):
            raise fields.read_error("type", f"not a known type: {name[:60]!r}")
    if answers and questions:
        raise fields.read_error("type", "is that of an answer and that of questions")
    return answers if answers or questions else None


def reply_kind(fields: MetadataFields) -> tuple[PaperKind, tuple[Remark, ...]]:
    """Return the kind of a reply, and a remark if it is not certain.

    The title takes precedence over the type if the title names a notice or a further answer, or if
    it begins with "Antwoord van", like the printed heading of an answer. A title "Antwoord op
    vragen …" is used only if no type is stated, because notices also have such titles. If the kind
    remains unknown, the reply is treated as an answer.
    """
    title = fields.one("title")
    types = [name for name in fields.many("type") if name.casefold() in _STATED]
    stated = [_STATED[name.casefold()] for name in types]
    titled, is_decisive = _kind_in_title(title)
    kinds = [kind for kind in (titled, *stated) if kind]
    if len(set(kinds)) == 1:
        return kinds[0], ()
    chosen = titled if is_decisive else None
    kind = chosen or _chosen(stated) or titled or PaperKind.ANSWER
    remark = Remark(
        rule=FindingRule.KIND_NOT_CERTAIN,
        location="DC.type",
        text=" | ".join((*types, title)),
    )
    return kind, (remark,)


def _kind_in_title(title: str) -> tuple[PaperKind | None, bool]:
    """Return the kind named in a title, and whether the title takes precedence over the type."""
    if is_title_of_notice(title):
        return PaperKind.NOTICE, True
    if _OF_A_FURTHER_ANSWER.match(title):
        return PaperKind.FURTHER_ANSWER, True
    if _OF_AN_ANSWER.match(title):
        return PaperKind.ANSWER, _AS_PRINTED.match(title) is not None
    return None, False


def _chosen(stated: Iterable[PaperKind]) -> PaperKind | None:
    """Return NOTICE if it is among the stated kinds, or else the first of these kinds, if any."""
    kinds = tuple(stated)
    return PaperKind.NOTICE if PaperKind.NOTICE in kinds else next(iter(kinds), None)
