"""When several papers print one text: which stands, and what becomes of the others.

The order is: a later edition before the first print, the better source, the question paper before
a reprint of its questions, the lowest document id. What is set aside is kept whole as a finding;
an exact copy, but for white space, is only named.
"""

from collections.abc import Sequence

from kv2rdf.linking.documents.prints import Print
from kv2rdf.model.document import Finding, PartReference
from kv2rdf.model.kinds import PaperKind, SourceKind
from kv2rdf.model.paper import Paper

_SECOND_RANK = {SourceKind.OPENKAMER}


def order(paper: Paper) -> tuple[int, bool, bool, str]:
    """Give the place of a paper among those that print one text: the first stands."""
    reprint = paper.kind is not PaperKind.QUESTIONS
    return -paper.edition, paper.source.kind in _SECOND_RANK, reprint, paper.source.id


def set_aside(standing: Print, others: Sequence[Print]) -> list[Finding]:
    """Tell of the prints that do not stand: where they differ with their text, else by name."""
    if not others:
        return []
    findings = []
    stands = standing.texts
    for other in others:
        same = differs = False
        for (kind, key), text in other.texts.items():
            reference = (kind, key)
            if reference in stands and without_blanks(stands[reference]) == without_blanks(text):
                same = True
                continue
            differs = True
            concerns = PartReference(kind=kind, key=key) if reference in stands else None
            finding = Finding(
                rule="tekst-terzijde",
                source=other.source,
                place=f"{other.place}: {kind.value} {key}".rstrip(),
                concerns=concerns,
                text=text,
            )
            findings.append(finding)
        if same and not differs:
            findings.append(Finding(rule="exacte-kopie", source=other.source, place=other.place))
    return findings


def first(papers: Sequence[Paper]) -> Paper:
    """Give the paper that stands."""
    return min(papers, key=order)


def without_blanks(text: str) -> str:
    """Give a text as it is compared with another: white space makes no difference."""
    return "".join(text.split())
