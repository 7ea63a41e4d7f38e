"""Where every input went: into the graph, held back, or not read. Nothing may be missing."""

import json
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.audit.database import Desk, Document, known_by
from kv2rdf.errors import ReleaseError

_REPORT = "report.json"


@dataclass(frozen=True, slots=True)
class Account:
    """The inputs by what became of them; ``audited`` by the address of the source in the graph.

    ``unaccounted`` has the names of inputs that are nowhere, and says where the report counts
    others than were found.
    """

    inputs: int
    audited: dict[str, Document]
    held_back: int
    not_read: int
    other_kind: int
    unaccounted: list[str]

    @classmethod
    def of(cls, release: Path, desk: Desk, limit: int | None) -> "Account":
        """Find each input in the graph by its name and bytes, or else in the report by its name.

        With a ``limit`` the release has the first documents only, by id. Raises ReleaseError where
        the report cannot be read.
        """
        held, not_read, told = _reported(release)
        sources = desk.sources()
        audited, counts, unaccounted = {}, {"held": 0, "not read": 0, "other": 0}, []
        for document in desk.documents():
            address = sources.get((document.name, document.sha256)) or sources.get(
                (document.mark, document.sha256)
            )
            if address is not None and document.kvr:
                audited[address] = document
            elif address is not None:
                counts["other"] += 1
            elif held & {document.name, document.mark}:
                counts["held"] += 1
            elif not_read & {document.name, document.mark}:
                counts["not read"] += 1
            else:
                unaccounted.append(document.name)
        found = len(audited) + sum(counts.values())
        if limit == found:
            unaccounted = []
        inputs = found + len(unaccounted)
        if told != found:
            unaccounted.append(f"{_REPORT} tells of {told} documents, and {found} are found")
        return cls(
            inputs=inputs,
            audited=audited,
            held_back=counts["held"],
            not_read=counts["not read"],
            other_kind=counts["other"],
            unaccounted=unaccounted,
        )


def _reported(release: Path) -> tuple[set[str], set[str], int]:
    """Give the ids of the documents held back, of those not read, and how many there are in all."""
    try:
        told = json.loads((release / _REPORT).read_text(encoding="utf-8"))
        held = {known_by(row["document"]) for row in told["held_back"]}
        not_read = {known_by(row["document"]) for row in told["not_read"]}
        return held, not_read, sum(row["found"] for row in told["documents"].values())
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(f"{release / _REPORT}: cannot be read: {error}") from error
