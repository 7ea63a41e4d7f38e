"""The description of the questions or of the reply at the head of a paper."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from msgspec import Struct

from kv2rdf.model.paper import Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.dutch_dates import whole_day

_SUBJECTS = ("kamervraagonderwerp", "ondw")
_LAST_DAY = re.compile(r"\((?:\((?:ingezonden|ontvangen) )?[^()\d]*(\d{1,2}\s[^\W\d]+\s\d{4})\)")


class HeadDescription(Struct, frozen=True, kw_only=True):
    """A description as printed.

    ``text`` is the whole text. ``before_subject`` is the text before the subject, or the whole text
    if the source does not mark the subject. ``day`` is the date in the description, or None if
    there is none.
    """

    text: str
    before_subject: str
    subject: str | None
    day: date | None
    remarks: tuple[Remark, ...] = ()


def description(nodes: Sequence[Node]) -> HeadDescription:
    """Return the description in one or more successive elements.

    Raises ReadError if its date cannot be read.
    """
    text = _joined(node.text for node in nodes)
    found = [
        (position, Node(node.document, each))
        for position, node in enumerate(nodes)
        for each in node.element.iter(*_SUBJECTS)
    ]
    subject, before = None, text
    if len(found) == 1 and found[0][1].text:
        position, node = found[0]
        subject = node.text
        earlier = _joined(each.text for each in nodes[:position])
        before = _joined((earlier, nodes[position].text_before(node)))
    day, remarks = _day(nodes, text)
    return HeadDescription(
        text=text, before_subject=before, subject=subject, day=day, remarks=remarks
    )


def _joined(texts: Iterable[str]) -> str:
    return " ".join(filter(None, texts))


def _day(nodes: Sequence[Node], text: str) -> tuple[date | None, tuple[Remark, ...]]:
    """Return the date of a description, from its ``datum`` element or as printed, and remarks.

    If the two differ, the printed date is published, and a remark quotes both.
    """
    printed_days = [day for words in _LAST_DAY.findall(text) if (day := whole_day(words))]
    printed = printed_days[-1] if printed_days else None
    days = [Node(node.document, each) for node in nodes for each in node.element.iter("datum")]
    marked = _marked_day(days[-1]) if days else None
    if printed and marked and printed != marked:
        remark = Remark(
            rule=FindingRule.DAYS_CONTRADICT_EACH_OTHER,
            location=f"{days[-1].path}/@isodatum",
            text=f"{marked.isoformat()} | {printed.isoformat()}",
        )
        return printed, (remark,)
    return printed or marked, ()


def _marked_day(node: Node) -> date | None:
    words = node.attribute_or_empty("isodatum")
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError as error:
        raise node.read_error(f"not a date: {words[:40]!r}") from error
