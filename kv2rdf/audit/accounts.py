"""Where every input went: into the graph, held back, or not read. Nothing may be missing."""

import json
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.audit.desk import Desk, Document
from kv2rdf.errors import ReleaseError

_REPORT = "report.json"


@dataclass(frozen=True, slots=True)
class Account:
    """The inputs by what became of them; ``audited`` by the address of the source in the graph."""

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
        held, not_read = _reported(release)
        sources = desk.sources()
        audited, counts, unaccounted = {}, {"held": 0, "not read": 0, "other": 0}, []
        for document in desk.documents():
            ids = (document.name, f"{document.name}~{document.sha256[:8]}")
            address = next(
                (sources[id_, document.sha256] for id_ in ids if (id_, document.sha256) in sources),
                None,
            )
            if address is not None and document.kvr:
                audited[address] = document
            elif address is not None:
                counts["other"] += 1
            elif held & set(ids):
                counts["held"] += 1
            elif not_read & set(ids):
                counts["not read"] += 1
            else:
                unaccounted.append(document.name)
        found = len(audited) + sum(counts.values())
        return cls(
            inputs=found + (0 if limit == found else len(unaccounted)),
            audited=audited,
            held_back=counts["held"],
            not_read=counts["not read"],
            other_kind=counts["other"],
            unaccounted=[] if limit == found else unaccounted,
        )


def _reported(release: Path) -> tuple[set[str], set[str]]:
    """Give the ids of the documents held back, and of those not read."""
    try:
        told = json.loads((release / _REPORT).read_text(encoding="utf-8"))
        held, not_read = told["held_back"], told["not_read"]
        return {row["document"] for row in held}, {row["document"] for row in not_read}
    except (OSError, ValueError, KeyError) as error:
        raise ReleaseError(f"{release / _REPORT}: cannot be read: {error}") from error
