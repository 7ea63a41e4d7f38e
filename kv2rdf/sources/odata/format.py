"""The format of records of cases."""

from typing import Any

from msgspec.structs import replace

from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups
from kv2rdf.sources.odata.json_objects import check_json, record_object
from kv2rdf.sources.odata.papers import record_address, record_papers
from kv2rdf.sources.odata.record import case_fields
from kv2rdf.sources.phrases.sessions import SESSION


def _value(content: DocumentContent) -> dict[str, Any] | None:
    """Return the fields of a record, or None for any other document.

    Raises ReadError if the record is not valid JSON, or contains the same field twice.
    """
    if not content.raw[:512].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return None
    value = record_object(content.raw)
    if value is not None:
        check_json(content.document.id, content.raw)
    return value


def _number(content: bytes) -> str | None:
    value = record_object(content)
    if value is None:
        return None
    return value["Nummer"] if isinstance(value["Nummer"], str) else ""


def _papers(source: Source, value: dict[str, Any], _lookups: Lookups) -> tuple[Paper, ...]:
    fields = case_fields(source.id, value)
    return record_papers(replace(source, page_url=record_address(fields)), fields)


def _kind_and_session(value: dict[str, Any], _lookups: Lookups) -> KindAndSession:
    session = value.get("Vergaderjaar")
    is_session = isinstance(session, str) and SESSION.fullmatch(session)
    return SourceKind.CASE_RECORD, session if is_session else None


ODATA = Format(
    name="record of a case",
    kind=SourceKind.CASE_RECORD,
    recognises=_value,
    read=_papers,
    describe=_kind_and_session,
    record_number=_number,
)
