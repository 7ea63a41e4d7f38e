"""The persons named in the heading of a reply.

An example is "Antwoord van Minister A (X), mede namens de Minister van Y (ontvangen …).".
"""

import re

from msgspec import Struct

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.official.headings.description import HeadDescription
from kv2rdf.sources.phrases.offices import offices_named_in

_REPLY = re.compile(
    r"""
    (?P<word> (?:Nader|Nadere|Aanvullend|Aanvullende)[ ](?:antwoord|mededeling)
        | Antwoorden | Antwoord | Mededeling )
    (?: [ ] (?:van|namens) [ ] (?P<people> .+? ) )?
    [.,]? [ ]? \( (?:\( ?)? [Oo]ntvangen [ ]? (?:\([Oo]ntvangen[ ])? (?:op[ ])? [^()]* \) \.?
    (?P<rest> .* )
    """,
    re.VERBOSE,
)
_OFFICER = re.compile(
    r"""
    (?: de[ ] | en[ ] | ,[ ] )*
    (?P<title> [Mm]inister-[Pp]resident | [Mm]inister | [Ss]taatssecretaris ) [ ]
    (?P<name> [^(),]+? )
    (?: [ ]? \( (?P<ministry> [^()]+ (?: \([^()]*\) [^()]* )? ) \) )?
    (?= \s*,\s* | \s+en\s | \s*$ )
    (?: \s*,\s* | \s+ )?
    """,
    re.VERBOSE,
)
_ON_BEHALF = re.compile(r",?\s*(?:mede|en)[ ]namens[ ]")
_SEE_ALSO = re.compile(r"[Zz]ie ?ook ?.*")


class ReplyHeading(Struct, frozen=True, kw_only=True):
    """The people in the description of a reply, and its reference to other papers.

    ``kind`` is None if the description does not begin with a word for a reply.
    """

    kind: PaperKind | None
    answerers: tuple[Mention, ...] = ()
    on_behalf_of: tuple[Mention, ...] = ()
    see_also: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def reply_heading(found: HeadDescription) -> ReplyHeading:
    """Return the people, the kind and the references in the description of a reply.

    If part of the description cannot be read, or if no answerer is found, a remark quotes the whole
    description.
    """
    match = _REPLY.fullmatch(found.text)
    if match is None:
        return ReplyHeading(kind=_kind(found.text), remarks=(_remark(found.text),))
    people, *also = _ON_BEHALF.split(match["people"] or "", maxsplit=1)
    answerers = _officers(people)
    rest = match["rest"].lstrip(" .,;").rstrip()
    see_also = _SEE_ALSO.fullmatch(rest)
    is_understood = answerers and (see_also or not rest)
    return ReplyHeading(
        kind=_kind(match["word"]),
        answerers=answerers,
        on_behalf_of=offices_named_in(also[0].strip(" ,")) if also else (),
        see_also=(see_also[0],) if see_also else (),
        remarks=() if is_understood else (_remark(found.text),),
    )


def _kind(words: str) -> PaperKind | None:
    first = words.lower()
    if first.startswith(("nader", "aanvullend")) and "antwoord" in first[:20]:
        return PaperKind.FURTHER_ANSWER
    if first.startswith("antwoord"):
        return PaperKind.ANSWER
    return PaperKind.NOTICE if "mededeling" in first[:22] else None


def _officers(people: str) -> tuple[Mention, ...]:
    """Return the office holders named in ``people``, or () if it contains anything else."""
    found: list[Mention] = []
    end = 0
    while end < len(people):
        match = _OFFICER.match(people, end)
        if match is None:
            return ()
        ministry = match["ministry"]
        found.append(
            Mention(
                printed=match["name"], name=match["name"], office=match["title"], ministry=ministry
            )
        )
        end = match.end()
    return tuple(found)


def _remark(text: str) -> Remark:
    return Remark(
        rule=FindingRule.HEADING_NOT_UNDERSTOOD, location="kamervraagomschrijving", text=text
    )
