"""A paper's version of a document: its texts, and the remarks made when it was read."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property

from msgspec import Struct

from kv2rdf.model.document import Finding, Part, PartReference
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark, Source
from kv2rdf.model.part_keys import is_ordinal, key_in_print, part_keys
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Note

QUESTION_PARTS = (PartKind.QUESTION, PartKind.EXPLANATION)
"""The kinds of parts that a question document may contain."""

_NOTICE = "mededeling"


class PrintedVersion(Struct, frozen=True, kw_only=True, dict=True):
    """A paper's version of the questions or of the reply, for comparison with other versions.

    ``location`` names the position of this text in the source, for use in findings: "vragen",
    "antwoorden" or "mededeling".
    """

    source: Source
    location: str
    kind: PartKind
    parts: tuple[NumberedPart, ...]
    notes: tuple[Note, ...]
    explanation: str | None = None

    @cached_property
    def keys(self) -> tuple[str, ...]:
        """The key that each part has in addresses, in the order of the parts."""
        return tuple(self.key(self.kind, printed) for printed in self._printed_keys)

    def key(self, kind: PartKind, printed_key: str) -> str:
        """Return the key that a part or footnote has in addresses, given its key in ``texts``."""
        is_in_print = kind is PartKind.NOTE or is_ordinal(printed_key)
        return key_in_print(printed_key, self.source.key) if is_in_print else printed_key

    @cached_property
    def _printed_keys(self) -> tuple[str, ...]:
        return part_keys(
            (part.numbers for part in self.parts), (part.question_set for part in self.parts)
        )

    @cached_property
    def texts(self) -> Mapping[tuple[PartKind, str], str]:
        """The texts of all parts and footnotes and of the explanation, by kind and key.

        These keys are made only from numbers and positions, so that versions can be compared.
        """
        texts = {
            (self.kind, key): part.text.text
            for key, part in zip(self._printed_keys, self.parts, strict=True)
        }
        texts |= {
            (PartKind.NOTE, key): note.text
            for key, note in zip(_keys_of(self.notes), self.notes, strict=True)
            if note.text
        }
        if self.explanation:
            texts[PartKind.EXPLANATION, ""] = self.explanation
        return texts

    @property
    def note_places(self) -> dict[tuple[str, int], str]:
        """The key in ``texts`` of each footnote, by the position of its first mark.

        A position consists of the key of a part in ``texts`` and the ordinal of the mark in that
        part.
        """
        keys = _note_keys(self.notes)
        found: dict[tuple[str, int], str] = {}
        seen: set[tuple[str, int]] = set()
        for key, part in zip(self._printed_keys, self.parts, strict=True):
            for ordinal, mark in enumerate(part.text.marks, start=1):
                if mark.note in keys and mark.note not in seen:
                    seen.add(mark.note)
                    found[key, ordinal] = keys[mark.note]
        return found


def _keys_of(notes: Sequence[Note]) -> tuple[str, ...]:
    """Return the key in ``texts`` of each footnote, in order."""
    return part_keys((note.number,) if note.number else () for note in notes)


def _note_keys(notes: Sequence[Note]) -> dict[tuple[str, int], str]:
    """Return the key in ``texts`` of each numbered footnote, by the ``Mark.note`` of its marks."""
    count: Counter[str] = Counter()
    found = {}
    for key, note in zip(_keys_of(notes), notes, strict=True):
        if note.number:
            count[note.number] += 1
            found[note.number, count[note.number]] = key
    return found


def printed_questions(paper: Paper) -> PrintedVersion:
    """Return a paper's version of the questions."""
    return PrintedVersion(
        source=paper.source,
        location="vragen",
        kind=PartKind.QUESTION,
        parts=paper.questions,
        notes=paper.question_notes,
        explanation=paper.explanation.text if paper.explanation else None,
    )


def printed_reply(paper: Paper) -> PrintedVersion:
    """Return a paper's version of the reply. The text of a notice is its only part."""
    notice = paper.notice
    notice_parts = (NumberedPart(label=None, numbers=(), text=notice),) if notice else ()
    return PrintedVersion(
        source=paper.source,
        location=_NOTICE if notice else "antwoorden",
        kind=PartKind.ANSWER,
        parts=paper.answers or notice_parts,
        notes=paper.answer_notes,
    )


def document_parts(version: PrintedVersion) -> tuple[Part, ...]:
    """Return the parts of ``version`` as parts of a document, or () if it is a notice."""
    if version.location == _NOTICE:
        return ()
    return tuple(
        Part(kind=version.kind, key=key, ordinal=ordinal, label=part.label, text=part.text)
        for ordinal, (key, part) in enumerate(zip(version.keys, version.parts, strict=True), 1)
    )


def reader_findings(
    paper: Paper,
    is_about: Callable[[Paper, Remark], bool],
    version: PrintedVersion,
    taken: Sequence[Part] | None = None,
) -> list[Finding]:
    """Return the remarks made when a paper was read, as findings on a document.

    ``is_about`` returns whether a remark is about that document. ``version`` is this paper's
    version of the document. ``taken`` contains the parts that come from other versions, or is None
    if this version is published. A finding can refer to a part only if this version of the part is
    published. A date that only the record gives is reported only if this version is published.
    """
    findings = []
    own = {(p.kind, p.key) for p in taken or () if p.source == paper.source}
    for remark in paper.remarks:
        if not is_about(paper, remark):
            continue
        if taken is not None and remark.rule is FindingRule.DAY_FROM_RECORD:
            continue
        concerns = None
        if remark.part is not None and remark.ordinal is not None and (taken is None or own):
            is_numbered = remark.part is not PartKind.EXPLANATION
            key = version.keys[remark.ordinal - 1] if is_numbered else ""
            if taken is None or (remark.part, key) in own:
                concerns = PartReference(kind=remark.part, key=key)
        findings.append(
            Finding(
                rule=remark.rule,
                source=paper.source,
                location=remark.location,
                concerns=concerns,
                text=remark.text,
            )
        )
    return findings


def paper_sources(papers: Sequence[Paper]) -> tuple[Source, ...]:
    """Return the sources of papers, in order and without duplicates."""
    return tuple(dict.fromkeys(paper.source for paper in papers))
