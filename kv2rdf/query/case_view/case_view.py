"""What a person reads of a case, as values: who asked whom, the days, and the parts in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.parts import NoteView, PartView, note_views, part_views
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, PREFIXES


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """Somebody in a role, as printed, with the person or the office that was identified."""

    role: str
    as_printed: str
    identity: str | None
    """The address of the person, else of the office; None if nobody was identified."""
    name: str | None
    """The label of the identity."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeView:
    """A notice, such as a notice of delay. ``kind`` is the name of its class."""

    address: str
    kind: str
    day: date | None
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """A case. ``state`` and ``text_state`` are the names of concepts, such as "beantwoord".

    ``pages`` are the addresses of official pages. ``findings`` are the rules of the findings, each
    with its number.
    """

    address: str
    number: str
    identifiers: tuple[str, ...]
    title: str
    chamber: str | None
    session_year: str | None
    state: str | None
    text_state: str | None
    tabled: date | None
    due: date | None
    answered: date | None
    days_to_answer: int | None
    is_answered_in_time: bool | None
    people: tuple[PersonView, ...]
    topics: tuple[str, ...]
    parts: tuple[PartView, ...]
    notices: tuple[NoticeView, ...]
    notes: tuple[NoteView, ...]
    pages: tuple[str, ...]
    findings: tuple[tuple[str, int], ...]

    def people_in(self, role: str) -> tuple[PersonView, ...]:
        """Return those who have a role, such as "indiener", in order."""
        return tuple(person for person in self.people if person.role == role)


def case_view(graph: CaseGraph, case: str, language: str) -> CaseView:
    """Return the view of a case. ``case`` is its address, and labels are in ``language``."""
    things = graph.subjects(KV.concernsDossier, case)
    works = tuple(thing for thing in things if graph.one(thing, ELI.work_type))
    questions = next((w for w in works if graph.is_a(w, KV.QuestionDocument)), "")
    replies = tuple(w for w in works if graph.is_a(w, KV.AnswerDocument))
    in_time = graph.one(case, KV.answeredInTime)
    days = graph.one(case, KV.daysToAnswer)
    parts = part_views(graph, questions, replies)
    topics = (graph.label(topic, language) for topic in graph.all(case, DCT.subject))
    return CaseView(
        address=case,
        number=graph.one(case, ELIDL.process_id) or "",
        identifiers=graph.all(case, DCT.identifier),
        title=graph.one(case, DCT.title) or graph.label(case, language) or "",
        chamber=graph.label(graph.one(case, KV.chamber) or "", language),
        session_year=graph.one(case, KV.sessionYear),
        state=_concept(graph.one(case, KV.state)),
        text_state=_concept(graph.one(questions, KV.textState)),
        tabled=_day(graph.one(case, DCT.dateSubmitted)),
        due=_day(graph.one(case, KV.answerDue)),
        answered=_day(graph.one(case, KV.answeredOn)),
        days_to_answer=int(days) if days is not None else None,
        is_answered_in_time={"true": True, "false": False}.get(in_time or ""),
        people=tuple(_people(graph, case, language)),
        topics=tuple(filter(None, topics)),
        parts=parts,
        notices=tuple(_notices(graph, works)),
        notes=note_views(graph, parts, works),
        pages=tuple(_pages(graph, works)),
        findings=_findings(graph),
    )


def _people(graph: CaseGraph, case: str, language: str) -> Iterator[PersonView]:
    activities = graph.all(case, ELIDL.consists_of)
    found = [p for a in activities for p in graph.all(a, ELIDL.had_participation)]
    found.sort(key=lambda p: int(graph.one(p, KV.ordinal) or 0))
    for participation in dict.fromkeys(found):
        role = _concept(graph.one(participation, ELIDL.participation_role)) or ""
        identity = graph.one(participation, ELIDL.had_participant_person) or graph.one(
            participation, KV.office
        )
        yield PersonView(
            role=role,
            as_printed=_as_printed(graph, participation),
            identity=identity,
            name=graph.label(identity or "", language),
        )


def _as_printed(graph: CaseGraph, participation: str) -> str:
    """Return the words of the source about a participant."""
    if whole := graph.one(participation, KV.asInSource):
        return whole
    form = graph.one(participation, KV.nameForm) or ""
    name = graph.one(form, KV.asInSource)
    office = graph.one(participation, KV.officeAsInSource)
    ministry = graph.one(participation, KV.ministryAsInSource)
    party = graph.one(participation, KV.partyAsInSource)
    post = " ".join(filter(None, (office, ministry)))
    words = ", ".join(filter(None, (name, post)))
    return f"{words} ({party})" if party else words


def _notices(graph: CaseGraph, works: tuple[str, ...]) -> Iterator[NoticeView]:
    for work in works:
        if graph.is_a(work, KV.Notice):
            yield NoticeView(
                address=work,
                kind="DelayNotice" if graph.is_a(work, KV.DelayNotice) else "Notice",
                day=_day(graph.one(work, ELI.date_document)),
                paragraphs=tuple((graph.one(work, KV.text) or "").split("\n")),
            )


def _pages(graph: CaseGraph, works: tuple[str, ...]) -> Iterator[str]:
    for work in works:
        for expression in graph.all(work, ELI.is_realized_by):
            for manifestation in graph.all(expression, ELI.is_embodied_by):
                yield from graph.all(manifestation, ELI.is_exemplified_by)


def _findings(graph: CaseGraph) -> tuple[tuple[str, int], ...]:
    rules = [_concept(graph.one(f, KV.rule)) or "" for f in graph.of_class(KV.Finding)]
    return tuple((rule, rules.count(rule)) for rule in sorted(set(rules)))


def _concept(address: str | None) -> str | None:
    return address.removeprefix(PREFIXES["c"]) if address else None


def _day(printed: str | None) -> date | None:
    return date.fromisoformat(printed) if printed else None
