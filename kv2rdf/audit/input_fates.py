"""The fate of each input document: in the graph, held back, or not read."""

import json
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.audit.database import AuditDatabase
from kv2rdf.audit.input_document import AuditDocument
from kv2rdf.errors import ReleaseError


@dataclass(frozen=True, slots=True)
class InputFates:
    """The number of input documents, and their fates.

    ``audited`` maps the address of each source in the graph to its document. ``other_kind`` is the
    number of documents in the graph that the audit cannot read. ``unaccounted`` contains the names
    of documents that are neither in the graph nor in the report. If the number of documents in the
    report is wrong, it also contains a message.
    """

    inputs: int
    audited: dict[str, AuditDocument]
    held_back: int
    not_read: int
    other_kind: int
    unaccounted: list[str]


@dataclass(frozen=True, slots=True)
class _ReportedDocuments:
    """The documents that the report lists, and the total number in the report.

    Each document is listed twice: with its full id, and with the part of the id from the last ``~``
    on.
    """

    held_back: set[str]
    not_read: set[str]
    count: int


def input_fates(report: Path, database: AuditDatabase, limit: int | None) -> InputFates:
    """Return the fates of all input documents.

    A document is looked up in the graph by its name and its bytes, then in the report by its name.
    If a release was built with a ``limit``, it contains only that number of documents, the first in
    the order of their ids. Other documents are not counted. Raises
    ReleaseError if the report cannot be read.
    """
    reported = _read_report(report)
    sources = database.sources()
    audited: dict[str, AuditDocument] = {}
    held_back = not_read = other_kind = 0
    unaccounted = []
    for document in database.documents():
        address = sources.get((document.name, document.sha256)) or sources.get(
            (document.name_with_digits, document.sha256)
        )
        if address is not None and document.is_readable:
            audited[address] = document
        elif address is not None:
            other_kind += 1
        elif document.is_among(reported.held_back):
            held_back += 1
        elif document.is_among(reported.not_read):
            not_read += 1
        elif document.is_required:
            unaccounted.append(document.name)
    found = len(audited) + held_back + not_read + other_kind
    if limit == found:
        unaccounted = []
    inputs = found + len(unaccounted)
    if reported.count != found:
        counts = f"counts {reported.count} documents, but {found} were found"
        unaccounted.append(f"{report.name} {counts}")
    return InputFates(inputs, audited, held_back, not_read, other_kind, unaccounted)


def _read_report(path: Path) -> _ReportedDocuments:
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
        return _ReportedDocuments(
            held_back=_ids_and_digits(report["held_back"]),
            not_read=_ids_and_digits(report["not_read"]),
            count=sum(row["found"] for row in report["documents"].values()),
        )
    except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError) as error:
        raise ReleaseError(f"{path}: cannot be read: {error}") from error


def _ids_and_digits(rows: list[dict[str, str]]) -> set[str]:
    ids = {row["document"] for row in rows}
    return ids | {f"~{id_.rpartition('~')[2]}" for id_ in ids if "~" in id_}
