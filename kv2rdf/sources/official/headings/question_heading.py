"""The askers and addressees in a heading of questions.

An example is "Vragen van de leden A en B (beiden P) aan de Minister van X over …".
"""

import re

from msgspec import Struct

from kv2rdf.model.paper import Mention, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.official.headings.description import HeadDescription
from kv2rdf.sources.phrases.askers import askers_named_in
from kv2rdf.sources.phrases.offices import offices_named_in

_ADDRESSEES = re.compile(
    r"""
    \) (?: ,?[ ]op[ ][^()]{1,40}[ ]medegedeeld )?   # "(50PLUS) op 29 april 2020 medegedeeld"
    \s* aan [ ] (?P<offices> .+? )
    [ ]? \b
    (?: over | inzake | betreffende | omtrent | met[ ]betrekking[ ]tot | naar[ ]aanleiding[ ]van ) $
    """,
    re.VERBOSE,
)
"""The addressees in the text before the subject."""

_LINK = re.compile(
    r"\s(?:over|inzake|betreffende|omtrent|met betrekking tot|naar aanleiding van)\s"
)


class QuestionHeading(Struct, frozen=True, kw_only=True):
    """The people in the description of the questions."""

    askers: tuple[Mention, ...]
    addressees: tuple[Mention, ...]
    remarks: tuple[Remark, ...] = ()


def question_heading(found: HeadDescription) -> QuestionHeading:
    """Return the askers and addressees named in a description.

    If no askers can be found in the description, a remark quotes it.
    """
    text = found.before_subject
    if found.subject is None and (link := _LINK.search(text)):
        text = text[: link.end()].rstrip()
    asked = _ADDRESSEES.search(text)
    askers = askers_named_in(text)
    remarks = [] if askers else [_remark(found.text)]
    return QuestionHeading(
        askers=tuple(askers),
        addressees=offices_named_in(asked["offices"]) if asked else (),
        remarks=tuple(remarks),
    )


def _remark(text: str) -> Remark:
    return Remark(
        rule=FindingRule.HEADING_NOT_UNDERSTOOD, location="kamervraagomschrijving", text=text
    )
