"""The contents of a case for readers: people, dates and parts."""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.documents import (
    DocumentView,
    FindingView,
    concept_name,
    date_value,
    document_views,
    finding_views,
)
from kv2rdf.query.case_view.named_things import NamedThing, named_things
from kv2rdf.query.case_view.parts import NoteView, PartView, note_views, part_views
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV


class PersonView(Struct, frozen=True, kw_only=True):
    """A person or office in a role, as printed, and the person or office that was identified.

    ``printed_name``, ``printed_office`` and ``printed_party`` are the printed words for the name,
    the office and the party, or None if they are not printed. ``form`` is the address of the name
    form or office form. ``party`` is the group or party on the date of the paper.
    """

    role: str
    as_printed: str
    printed_name: str | None
    printed_office: str | None
    printed_party: str | None
    form: str | None
    identity: str | None
    """The address of the person or, failing that, of the office.

    It is None if neither was identified.
    """
    name: str | None
    """The label of the entity at ``identity``."""
    office: NamedThing | None
    ministry: NamedThing | None
    party: NamedThing | None


class NoticeView(Struct, frozen=True, kw_only=True):
    """A notice, such as a notice of delay. ``kind`` is the name of its class.

    ``text`` is its text as printed, or None if the source does not contain it. ``joined_text`` is
    the text with its broken words joined, or None if it would not differ.
    """

    address: str
    kind: str
    day: date | None
    text: str | None
    joined_text: str | None

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the text, with its broken words joined."""
        return tuple(filter(None, (self.joined_text or self.text or "").split("\n")))


class CaseView(Struct, frozen=True, kw_only=True):
    """A case. ``state`` and ``text_state`` are the names of concepts, such as "beantwoord".

    ``extended_due`` is the date for the answer in the last notice of delay that contains such a
    date. It is None if there is no such notice, or if that date is not after ``due``. ``abstracts``
    contains summaries of the questions. These summaries are not part of the paper. ``pages``
    contains the addresses of official pages.
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
    extended_due: date | None
    answered: date | None
    days_to_answer: int | None
    is_answered_in_time: bool | None
    is_answered_in_extended_time: bool | None
    people: tuple[PersonView, ...]
    topics: tuple[NamedThing, ...]
    abstracts: tuple[str, ...]
    documents: tuple[DocumentView, ...]
    parts: tuple[PartView, ...]
    notices: tuple[NoticeView, ...]
    notes: tuple[NoteView, ...]
    pages: tuple[str, ...]
    findings: tuple[FindingView, ...]

    def people_in(self, role: str) -> tuple[PersonView, ...]:
        """Return the persons and offices in a role, such as "indiener", in the printed order."""
        return tuple(person for person in self.people if person.role == role)


def case_view(graph: CaseGraph, case: str, language: str) -> CaseView:
    """Return the view of the case with the address ``case``. Labels are in ``language``."""
    things = graph.subjects(KV.concernsDossier, case)
    works = tuple(thing for thing in things if graph.one(thing, ELI.work_type))
    questions = next((w for w in works if graph.is_a(w, KV.QuestionDocument)), "")
    replies = tuple(w for w in works if graph.is_a(w, KV.AnswerDocument))
    days = graph.one(case, KV.daysToAnswer)
    parts = part_views(graph, questions, replies)
    documents = document_views(graph, works)
    return CaseView(
        address=case,
        number=graph.one(case, ELIDL.process_id) or "",
        identifiers=graph.all(case, DCT.identifier),
        title=graph.one(case, DCT.title) or graph.label(case, language) or "",
        chamber=graph.label(graph.one(case, KV.chamber) or "", language),
        session_year=graph.one(case, KV.sessionYear),
        state=concept_name(graph.one(case, KV.state)),
        text_state=concept_name(graph.one(questions, KV.textState)),
        tabled=date_value(graph.one(case, DCT.dateSubmitted)),
        due=date_value(graph.one(case, KV.answerDue)),
        extended_due=date_value(graph.one(case, KV.extendedDue)),
        answered=date_value(graph.one(case, KV.answeredOn)),
        days_to_answer=int(days) if days is not None else None,
        is_answered_in_time=_truth(graph.one(case, KV.answeredInTime)),
        is_answered_in_extended_time=_truth(graph.one(case, KV.answeredInExtendedTime)),
        people=tuple(_people(graph, case, language)),
        topics=named_things(graph, graph.all(case, DCT.subject), language),
        abstracts=graph.all(questions, DCT.abstract),
        documents=documents,
        parts=parts,
        notices=tuple(_notices(graph, works)),
        notes=note_views(graph, parts, works, language),
        pages=tuple(page for document in documents for page in document.pages),
        findings=finding_views(graph, (case, *works)),
    )


def _people(graph: CaseGraph, case: str, language: str) -> Iterator[PersonView]:
    activities = graph.all(case, ELIDL.consists_of)
    found = [p for a in activities for p in graph.all(a, ELIDL.had_participation)]
    found.sort(key=lambda p: int(graph.one(p, KV.ordinal) or 0))
    for participation in dict.fromkeys(found):
        office = graph.one(participation, KV.office)
        identity = graph.one(participation, ELIDL.had_participant_person) or office
        group = graph.one(participation, ELIDL.participation_in_name_of)
        name_form = graph.one(participation, KV.nameForm)
        yield PersonView(
            role=concept_name(graph.one(participation, ELIDL.participation_role)) or "",
            as_printed=_as_printed(graph, participation),
            printed_name=graph.one(name_form or "", KV.asInSource),
            printed_office=_printed_office(graph, participation),
            printed_party=graph.one(participation, KV.partyAsInSource),
            form=name_form or graph.one(participation, KV.officeForm),
            identity=identity,
            name=graph.label(identity or "", language),
            office=_named(graph, office, language),
            ministry=_named(
                graph, graph.one(participation, ELIDL.had_participant_organization), language
            ),
            party=_named(graph, group or graph.one(participation, KV.partyAtTheTime), language),
        )


def _named(graph: CaseGraph, address: str | None, language: str) -> NamedThing | None:
    return next(iter(named_things(graph, (address,) if address else (), language)), None)


def _printed_office(graph: CaseGraph, participation: str) -> str | None:
    office = graph.one(participation, KV.officeAsInSource)
    ministry = graph.one(participation, KV.ministryAsInSource)
    return " ".join(filter(None, (office, ministry))) or None


def _as_printed(graph: CaseGraph, participation: str) -> str:
    """Return the words that name a participant in the source."""
    if whole := graph.one(participation, KV.asInSource):
        return whole
    form = graph.one(participation, KV.nameForm) or ""
    name = graph.one(form, KV.asInSource)
    party = graph.one(participation, KV.partyAsInSource)
    words = ", ".join(filter(None, (name, _printed_office(graph, participation))))
    return f"{words} ({party})" if party else words


def _notices(graph: CaseGraph, works: tuple[str, ...]) -> Iterator[NoticeView]:
    for work in works:
        if graph.is_a(work, KV.Notice):
            yield NoticeView(
                address=work,
                kind="DelayNotice" if graph.is_a(work, KV.DelayNotice) else "Notice",
                day=date_value(graph.one(work, ELI.date_document)),
                text=graph.one(work, KV.text),
                joined_text=graph.one(work, KV.joinedText),
            )


def _truth(printed: str | None) -> bool | None:
    return {"true": True, "false": False}.get(printed or "")
