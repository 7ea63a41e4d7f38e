"""The quarantine: files that explain why documents were held back.

Each document that was held back has a file with the reason, and a second file if it violated
shapes.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kv2rdf.rdf.nquads import term
from kv2rdf.rdf.terms import English

_FORBIDDEN_CHARACTERS = re.compile(r'[\x00-\x1f\x7f"*/:<>?\\|]|[. ]+$')
_DIGITS = 16
_HAS_DIGITS = re.compile(rf"~[0-9a-f]{{{_DIGITS}}}$")
_MAX_BYTES = 200  # Most file systems allow 255, and more is added to the name.
_RESERVED_NAME = re.compile(
    r"^(aux|con|nul|prn|com[0-9¹²³]|lpt[0-9¹²³])(?= *(\.|$))", re.IGNORECASE
)
"""The names of devices in Windows, which no file can have, whatever its extension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A violation of a shape, as written to a file.

    ``focus``, ``path`` and ``shape`` are addresses. ``component`` is the local name of the
    constraint component in SHACL. A path of more than one step consists of several addresses
    separated by spaces. ``path``, ``value`` and ``shape`` may be empty.
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

    ``reason`` is the reason why it is held back. ``location`` is where the cause was found: a
    position in the document, the address of an entity that violates a shape, or "case".
    """

    id: str
    location: str
    reason: str
    violations: tuple[Violation, ...] = ()


def write_quarantine(folder: Path, held: Iterable[HeldDocument]) -> None:
    """Write a ``.json`` file for each document, and a ``.ttl`` file for each that violates a shape.

    The folder is created only if there is at least one document. The files are named after the
    documents (see ``file_names``).
    """
    documents = tuple(held)
    names = file_names(document.id for document in documents)
    for document in documents:
        folder.mkdir(exist_ok=True)
        about = {"document": document.id, "place": document.location, "reason": document.reason}
        text = json.dumps(about, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        name = names[document.id]
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
        if document.violations:
            (folder / f"{name}.ttl").write_text(_report(document), encoding="utf-8")


def file_names(ids: Iterable[str]) -> dict[str, str]:
    """Return a mapping from ids to file names. No file system treats two of the names as equal.

    The name is the id if every file system allows it. Otherwise, the characters that are not
    allowed are replaced, a name that is too long is cut off, and ``~`` and digits of the sha256 of
    the id are appended. They are also appended if two ids differ only in case or in the encoding of
    their accents, or if the id already ends in such digits.
    """
    spelled = {id_: _spelled(id_) for id_ in ids}
    uses = Counter(map(_folded, spelled.values()))
    return {
        id_: f"{name}~{sha256(id_.encode()).hexdigest()[:_DIGITS]}"
        if name != id_ or uses[_folded(name)] > 1 or _HAS_DIGITS.search(id_)
        else name
        for id_, name in spelled.items()
    }


def _spelled(id_: str) -> str:
    """Return an id, respelled so that every file system accepts it as a name."""
    name = _RESERVED_NAME.sub(r"_\g<0>", _FORBIDDEN_CHARACTERS.sub("_", id_))
    return name if len(name.encode()) <= _MAX_BYTES else name[: _MAX_BYTES // 4]


def _folded(name: str) -> str:
    """Return a form of a name. Names that some file system treats as equal have the same form."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


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
