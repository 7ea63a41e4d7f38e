"""The sources of a case: papers, input documents, and repairs."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kv2rdf.model.paper import session_year
from kv2rdf.query.case_view.case_view import CaseView, NoticeView
from kv2rdf.query.case_view.documents import DocumentView, SourceView
from kv2rdf.query.case_view.mended_words import MendedWord, mended_words
from kv2rdf.query.case_view.parts import NoteView, PartView

_SCANS = ("kvr-xml-scan",)
_NOT_REPAIRS = frozenset({"tekst-terzijde"})


@dataclass(frozen=True, slots=True)
class RuleName:
    """The label and the meaning of a rule."""

    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class RepairPlace:
    """The place of a repair, the words in the source, and the address of the finding."""

    place: str | None
    text: str | None
    address: str


@dataclass(frozen=True, slots=True)
class RepairList:
    """The repairs made by one rule."""

    rule: str
    label: str
    meaning: str
    places: tuple[RepairPlace, ...]


@dataclass(frozen=True, slots=True)
class SourcePaper:
    """A printed paper. ``printed_as`` is its session and number in the Aanhangsel, or None."""

    kind: str
    day: date | None
    printed_as: tuple[str, str] | None
    pages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseSources:
    """The papers, the input documents, and the repairs of a case.

    ``mended`` contains the words that were joined. ``reading_count`` is the number of entities of
    which another version was set aside, according to a finding.
    """

    papers: tuple[SourcePaper, ...]
    documents: tuple[SourceView, ...]
    repairs: tuple[RepairList, ...]
    mended: tuple[MendedWord, ...]
    is_scan: bool
    reading_count: int

    @property
    def repair_count(self) -> int:
        """The number of repairs. All joined words together are counted as one repair."""
        return sum(len(repair.places) for repair in self.repairs) + bool(self.mended)


def case_sources(case: CaseView, rules: Mapping[str, RuleName]) -> CaseSources:
    """Return the sources of a case. ``rules`` are the rules of findings, by their names."""
    by_rule: dict[str, list[RepairPlace]] = defaultdict(list)
    for finding in case.findings:
        if finding.rule not in _NOT_REPAIRS:
            by_rule[finding.rule].append(RepairPlace(finding.place, finding.text, finding.address))
    documents = {s.address: s for document in case.documents for s in document.sources}
    texts: tuple[PartView | NoticeView | NoteView, ...]
    texts = (*case.parts, *case.notices, *case.notes)
    mended = (word for t in texts if t.text for word in mended_words(t.text, t.joined_text))
    return CaseSources(
        papers=tuple(_paper(document) for document in case.documents),
        documents=tuple(documents.values()),
        repairs=tuple(
            RepairList(rule, name.label, name.meaning, tuple(places))
            for rule, places in by_rule.items()
            for name in (rules.get(rule, RuleName(rule, "")),)
        ),
        mended=tuple(dict.fromkeys(mended)),
        is_scan=any(source.kind in _SCANS for source in documents.values()),
        reading_count=len({f.about for f in case.findings if f.rule == "tekst-terzijde"}),
    )


def printed_citations(case: CaseView) -> tuple[str, ...]:
    """Return the citations of the papers of a case that have a number in the Aanhangsel."""
    return tuple(document.citation for document in case.documents if document.citation)


def cases_together(case: CaseView) -> tuple[str, ...]:
    """Return the addresses of the other cases that share a reply with this case."""
    addresses = dict.fromkeys(
        address for d in case.documents if len(d.cases) > 1 for address in d.cases
    )
    return tuple(address for address in addresses if address != case.address)


def _paper(document: DocumentView) -> SourcePaper:
    printed = None
    for identifier in document.identifiers:
        start, _, number = identifier.rpartition("-")
        session = start.rpartition("-")[2]
        if identifier.startswith("ah-") and len(session) == 8 and session.isdigit():
            printed = (session_year(session).replace("-", "–"), number)
    return SourcePaper(document.kind, document.day, printed, document.pages)
