"""An invented format whose documents are records in a JSON file: a number and a question."""

import json
from typing import Any, cast

from msgspec.structs import replace

from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, Lookups
from tests import papers


def record(number: str | None, text: str = "Regent het?") -> bytes:
    """Return a record."""
    return json.dumps({"Nummer": number, "Vraag": text}, ensure_ascii=False).encode()


def number(content: bytes) -> str | None:
    """Return the number of a record, or None for another JSON value or broken JSON."""
    value = _value(content)
    return None if value is None else value["Nummer"] or ""


def _value(content: bytes) -> dict[str, Any] | None:
    try:
        value = json.loads(content)
    except ValueError:
        return None
    is_record = isinstance(value, dict) and value.keys() == {"Nummer", "Vraag"}
    return cast("dict[str, Any]", value) if is_record else None


def _recognised(content: DocumentContent) -> dict[str, Any] | None:
    return _value(content.raw)


def _papers(source: Source, value: dict[str, Any], _lookups: Lookups) -> tuple[Paper, ...]:
    question = papers.part(value["Vraag"], "1")
    made = papers.paper("x", PaperKind.QUESTIONS, cases=((value["Nummer"],),))
    return (replace(made, source=source, questions=(question,)),)


RECORD = Format(
    name="invented record",
    kind=SourceKind.KVR_QUESTIONS,
    recognises=_recognised,
    read=_papers,
    record_number=number,
)
