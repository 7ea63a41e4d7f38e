"""report.json and report.html: what went in, what came out, what was held back and why."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

import jinja2


class Documents(TypedDict):
    """How many documents came in, and what became of them."""

    found: int
    published: int
    held_back: int
    not_read: int


class HeldBack(TypedDict):
    """A document that is not published: where in it, and why."""

    document: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The account of a run. Every mapping is by name, sorted when written.

    ``documents`` and ``years`` have a row for each source and each year of tabling; ``reasons``
    counts what was held back, ``findings`` what readers repaired or set aside, ``warnings`` what
    the shapes would rather have otherwise.
    """

    release: str
    software: str
    documents: Mapping[str, Documents]
    dossiers: Mapping[str, int]
    years: Mapping[str, Mapping[str, int]]
    statements: Mapping[str, int]
    reasons: Mapping[str, int]
    findings: Mapping[str, int]
    warnings: Mapping[str, int]
    held_back: Sequence[HeldBack]
    not_read: Sequence[HeldBack]

    def as_json(self) -> str:
        """Give the whole account, keys sorted."""
        named = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return json.dumps(named, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def write(folder: Path, report: Report, titles: Mapping[str, str]) -> None:
    """Write both forms; ``titles`` has in words what a finding or a shape means."""
    (folder / "report.json").write_text(report.as_json(), encoding="utf-8")
    page = _page().render(report=report, titles=titles, shown=report.held_back[:500])
    (folder / "report.html").write_text(page, encoding="utf-8")


def _page() -> jinja2.Template:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("kv2rdf.publish"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["number"] = lambda count: f"{count:,}"
    return environment.get_template("report.html")
