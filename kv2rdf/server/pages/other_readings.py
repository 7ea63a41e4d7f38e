"""The texts of other versions, in which words that differ from the published text are marked."""

import difflib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.query.case_view.case_view import CaseView

_RULE = "tekst-terzijde"


@dataclass(frozen=True, slots=True)
class ReadingPiece:
    """A piece of another version, and whether it differs from the published text."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class OtherReading:
    """The text of a part in another version.

    ``sources`` contains the names of the documents with this text.
    """

    pieces: tuple[ReadingPiece, ...]
    sources: tuple[str, ...]


def other_readings(case: CaseView) -> Mapping[str, tuple[OtherReading, ...]]:
    """Return the texts of each part in other versions, by the address of the part."""
    texts = {part.address: part.text for part in case.parts}
    names = {source.address: source.name for d in case.documents for source in d.sources}
    sources: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for finding in case.findings:
        for part in finding.about:
            if finding.rule == _RULE and finding.text and part in texts:
                listed = sources[part].setdefault(finding.text, [])
                listed.append(names.get(finding.source or "", ""))
    return {
        part: tuple(
            OtherReading(_compared(texts[part], text), tuple(filter(None, dict.fromkeys(listed))))
            for text, listed in found.items()
        )
        for part, found in sources.items()
    }


def _compared(published: str, other: str) -> tuple[ReadingPiece, ...]:
    words, others = published.split(), other.split()
    matcher = difflib.SequenceMatcher(None, words, others, autojunk=False)
    return tuple(
        ReadingPiece(" ".join(others[start:end]), differs=kind != "equal")
        for kind, _, _, start, end in matcher.get_opcodes()
        if end > start
    )
