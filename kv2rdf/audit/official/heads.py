"""The head of an official paper: its numbers, and the lines that are printed above its text."""

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kv2rdf.audit.kvr.text import FieldText, UnknownField
from kv2rdf.audit.official.content import all_text, own_texts
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS

HEAD_TAGS = ("kamervraagkop", "kamervraagnummer", "vraagnummer", "frontm")
"""The tags of the elements of a head, except those of the descriptions."""

_IDENTIFIER = re.compile(r"/((?:ah|kv)-[0-9A-Za-z-]+)/metadata\.xml\s*$")
_CASE_NUMBER = re.compile(r"\d{4}[Zz]\d{5}|[29]\d{9}")


def head_texts(head: Element, location: str) -> Iterator[FieldText | UnknownField]:
    """Yield the paper's number or the unexpected texts in an element with one of ``HEAD_TAGS``."""
    if head.tag in ("kamervraagnummer", "vraagnummer"):
        yield _field("official/kamervraagnummer", location, all_text(head).lstrip("0"))
        return
    yield from _unknown(location, own_texts(head))
    tag = "tekstregel" if head.tag == "kamervraagkop" else None
    for line in head:
        kind = (line.get("inhoud") or "") if tag else str(line.tag)
        if (tag and line.tag != tag) or f"official/{kind}" not in OFFICIAL_FIELDS:
            yield from _unknown(f"{location}/{line.tag}", [all_text(line)])


def metadata_texts(metadata: Element) -> Iterator[FieldText | UnknownField]:
    """Yield the identifier of the paper, its case number, and unexpected texts in ``metadata``."""
    yield from _unknown("metadata", [all_text(metadata)])
    identifiers: list[str] = []
    for meta in metadata.iter("meta"):
        name = (meta.get("name") or "").strip().casefold().rpartition(".")[2]
        value = " ".join((meta.get("content") or "").split())
        pointer = _IDENTIFIER.search(value)
        if name == "externmetadatarecord" and pointer:
            identifiers.insert(0, pointer[1])
        elif name == "identifier" and value:
            identifiers.append(value)
        elif name == "vraagnummer" and (case := _CASE_NUMBER.fullmatch(value)):
            yield _field("official/zaaknummer", "metadata/meta/@content", case[0].upper())
    for identifier in identifiers[:1]:
        yield _field("official/identifier", "metadata/meta/@content", identifier)


def _unknown(location: str, texts: Iterator[str] | list[str]) -> Iterator[UnknownField]:
    yield from (UnknownField(location, text) for text in texts if text)


def _field(name: str, location: str, text: str) -> FieldText:
    return FieldText(name, location, OFFICIAL_FIELDS[name].comparison, text)
