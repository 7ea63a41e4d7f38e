"""What one paper prints of a document, and what its reader remarked on it."""

from collections.abc import Callable, Sequence

from msgspec import Struct

from kv2rdf.model.document import Finding, Part, PartReference
from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Paper, Remark, Source
from kv2rdf.model.part_keys import part_keys
from kv2rdf.model.text import Note

QUESTION_PARTS = (PartKind.QUESTION, PartKind.EXPLANATION)
"""The kinds of part that a question document has."""


class Print(Struct, frozen=True, kw_only=True):
    """One paper's print of questions or of answers: what is compared, part by part."""

    source: Source
    place: str
    kind: PartKind
    parts: tuple[NumberedPart, ...]
    notes: tuple[Note, ...]
    other: str | None = None

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the parts."""
        return part_keys(
            (part.numbers for part in self.parts), (part.series for part in self.parts)
        )

    @property
    def texts(self) -> dict[tuple[PartKind, str], str]:
        """All texts, by kind and key."""
        keys = part_keys((note.number,) if note.number else () for note in self.notes)
        texts = {
            (self.kind, key): part.text.text
            for key, part in zip(self.keys, self.parts, strict=True)
        }
        texts |= {
            (PartKind.NOTE, key): note.text
            for key, note in zip(keys, self.notes, strict=True)
            if note.text
        }
        if self.other:
            texts[PartKind.EXPLANATION, ""] = self.other
        return texts


def questions_print(paper: Paper) -> Print:
    """Return what a paper prints of the questions."""
    return Print(
        source=paper.source,
        place="vragen",
        kind=PartKind.QUESTION,
        parts=paper.questions,
        notes=paper.question_notes,
        other=paper.explanation.text if paper.explanation else None,
    )


def answers_print(paper: Paper) -> Print:
    """Return what a paper prints of the answers, or of the notice."""
    notice = paper.notice
    alone = (NumberedPart(label=None, numbers=(), text=notice),) if notice else ()
    return Print(
        source=paper.source,
        place="mededeling" if notice else "antwoorden",
        kind=PartKind.ANSWER,
        parts=paper.answers or alone,
        notes=paper.answer_notes,
    )


def parts_of(print_: Print) -> tuple[Part, ...]:
    """Return the parts that a print has, in order; a notice has none."""
    if print_.place == "mededeling":
        return ()
    return tuple(
        Part(kind=print_.kind, key=key, ordinal=ordinal, label=part.label, text=part.text)
        for ordinal, (key, part) in enumerate(zip(print_.keys, print_.parts, strict=True), start=1)
    )


def findings_of(
    paper: Paper, belongs: Callable[[Paper, Remark], bool], kept: Print | None = None
) -> list[Finding]:
    """Give the remarks of a reader that belong to a document; ``kept``: the print that stands."""
    findings = []
    for remark in paper.remarks:
        if not belongs(paper, remark):
            continue
        concerns = None
        if kept is not None and remark.part is not None and remark.ordinal is not None:
            key = "" if remark.part is PartKind.EXPLANATION else kept.keys[remark.ordinal - 1]
            concerns = PartReference(kind=remark.part, key=key)
        findings.append(
            Finding(
                rule=remark.rule,
                source=paper.source,
                place=remark.place,
                concerns=concerns,
                text=remark.text,
            )
        )
    return findings


def sources_of(papers: Sequence[Paper]) -> tuple[Source, ...]:
    """Return the sources of the papers, each once, in order."""
    return tuple(dict.fromkeys(p.source for p in papers))
