"""The quarantine: files that explain why a document was held back.

Each such document has a file with the reason, and a second file if it violated shapes.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.rdf.nquads import term
from kv2rdf.rdf.terms import English


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A violation of a shape, as it is written to a file.

    ``focus``, ``path`` and ``shape`` are addresses. A path of more than one step is several
    addresses with spaces between them. ``path``, ``value`` and ``shape`` may be empty.
    """

    focus: str
    path: str
    value: str
    component: str
    shape: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldDocument:
    """An input document that is held back.

    ``reason`` is why, and ``location`` is the place in the document where the cause was found.
    """

    id: str
    location: str
    reason: str
    violations: tuple[Violation, ...] = ()


def write_quarantine(folder: Path, held: Iterable[HeldDocument]) -> None:
    """Write a ``.json`` file for each document, and a ``.ttl`` file if it violates shapes.

    The folder is only created if there is at least one document.
    """
    for document in held:
        folder.mkdir(exist_ok=True)
        about = {"document": document.id, "place": document.location, "reason": document.reason}
        text = json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (folder / f"{document.id}.json").write_text(text, encoding="utf-8")
        if document.violations:
            (folder / f"{document.id}.ttl").write_text(_report(document), encoding="utf-8")


def _report(document: HeldDocument) -> str:
    results = [_result(number, v) for number, v in enumerate(document.violations, start=1)]
    parts = ", ".join(f"<#{number}>" for number in range(1, len(results) + 1))
    head = (
        "@prefix sh: <http://www.w3.org/ns/shacl#> .\n\n"
        f"<#report> a sh:ValidationReport ;\n    sh:conforms false ;\n    sh:result {parts} .\n"
    )
    return head + "".join(results)


def _result(number: int, v: Violation) -> str:
    rows = [
        "a sh:ValidationResult",
        "sh:resultSeverity sh:Violation",
        f"sh:focusNode <{v.focus}>",
        *([f"sh:resultPath <{v.path}>"] if v.path and " " not in v.path else []),
        *([f"sh:value {term(English(v.value)).removesuffix('@en')}"] if v.value else []),
        f"sh:sourceConstraintComponent sh:{v.component}",
        *([f"sh:sourceShape <{v.shape}>"] if v.shape else []),
        f"sh:resultMessage {term(English(v.message))}",
    ]
    return f"\n<#{number}> " + " ;\n    ".join(rows) + " .\n"
