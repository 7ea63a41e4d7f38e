"""The conversion of a case to a sequence of blocks."""

from collections.abc import Iterator, Mapping
from datetime import date

from kv2rdf.model.dossier import State
from kv2rdf.query.case_view.blocks import (
    Block,
    CasePage,
    CaseRemark,
    Fact,
    NoteList,
    Repairs,
    Section,
    ShownRepair,
    Timeline,
)
from kv2rdf.query.case_view.case_days import case_badges, case_days
from kv2rdf.query.case_view.case_sources import (
    CaseSources,
    RepairPlace,
    RuleName,
    case_sources,
    cases_together,
    printed_citations,
)
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.query.case_view.cited_papers import cited_paper
from kv2rdf.query.case_view.parts import NoteView, PartView
from kv2rdf.reference.page_words import PageWords

_ROLES = {
    "indiener": "asked_by",
    "geadresseerde": "asked_to",
    "antwoordgever": "answered_by",
    "mede-namens": "also_on_behalf_of",
    "mededeler": "announced_by",
}
_NO_ANSWER_YET = (State.OPEN, State.DELAYED)
_ANSWER_LOST = "antwoordtekst-ontbreekt"


def case_page(
    case: CaseView, words: PageWords, rules: Mapping[str, RuleName], data_day: date
) -> CasePage:
    """Return a case as a page of blocks. Words that are not in the papers come from ``words``.

    ``rules`` are the rules of findings, by their names. ``data_day`` is the date of the release.
    """
    blocks = tuple(_blocks(case, words, case_sources(case, rules), data_day))
    return CasePage(case.number, case.title, blocks, words.language)


def _blocks(
    case: CaseView, words: PageWords, sources: CaseSources, data_day: date
) -> Iterator[Block]:
    yield from _facts(case, words, data_day)
    yield from _days(case, words)
    yield from map(CaseRemark, _remarks_before(case, words, sources))
    notices = sorted(_notices(case, words), key=lambda found: found[0])
    if case.state == State.WITHDRAWN:
        yield from (section for _, section in notices)
    parts = {part.address: part for part in case.parts}
    for part in case.parts:
        yield _part_section(part, parts, words)
    if any(finding.rule == _ANSWER_LOST for finding in case.findings):
        given = (
            (words.text("answer_given_on", day=words.day(case.answered)),) if case.answered else ()
        )
        yield CaseRemark(" ".join((words.text("answer_lost"), *given)))
    elif case.state in _NO_ANSWER_YET and not any(part.kind == "Answer" for part in case.parts):
        yield CaseRemark(words.text("open_box", day=words.day(data_day)))
    if case.state != State.WITHDRAWN:
        yield from (section for _, section in notices)
    if case.notes:
        notes = tuple((note, _note_text(note, words)) for note in case.notes)
        yield NoteList(words.text("notes"), notes)
    if sources.repair_count:
        yield Repairs(
            words.counted("repairs", sources.repair_count), tuple(_repairs(sources, words))
        )


def _facts(case: CaseView, words: PageWords, data_day: date) -> Iterator[Fact]:
    yield Fact(
        words.text("report_case"), tuple((identifier, None) for identifier in case.identifiers)
    )
    if case.chamber:
        session = (
            f", {words.text('session', session=case.session_year)}" if case.session_year else ""
        )
        yield Fact(words.text("chamber"), ((case.chamber + session, None),))
    for role, label in _ROLES.items():
        identities: dict[str, set[str | None]] = {}
        for p in case.people_in(role):
            identities.setdefault(p.as_printed or p.name or "", set()).add(p.identity)
        if identities:
            # Several offices that are printed as one list have no single address.
            found = (
                (name, ids.pop() if len(ids) == 1 else None) for name, ids in identities.items()
            )
            yield Fact(words.text(label), tuple(found))
    badges = case_badges(case, words, data_day)
    yield Fact(words.text("state"), tuple((badge.text, None) for badge in badges))
    if case.topics:
        yield Fact(words.text("topics"), tuple((topic.label, None) for topic in case.topics))
    if case.pages:
        yield Fact(words.text("official_pages"), tuple((page, page) for page in case.pages))
    if cited := printed_citations(case):
        yield Fact(words.text("printed_citation"), tuple((citation, None) for citation in cited))
    yield Fact(words.text("address_label"), ((case.address, case.address),))


def _days(case: CaseView, words: PageWords) -> Iterator[Block]:
    days, deadline = [], case.extended_due or case.due
    for event in case_days(case, words).events:
        what = ", ".join(event.texts)
        if event.number and event.is_answer:
            what += f" ({words.text('day_number', number=words.number(event.number))})"
        if event.is_answer and event.is_late and deadline:
            past = "past_extended_deadline" if case.extended_due else "past_deadline"
            what += f", {words.counted(past, (event.day - deadline).days)}"
        days.append((words.day(event.day), what))
    if not case.tabled:
        days.insert(0, ("–", words.text("day_unreadable")))
    if days:
        yield Timeline(words.text("days"), tuple(days))
    if case.tabled and not case.due:
        is_senate = "/eli/nl/ek/" in case.address
        yield CaseRemark(words.text("no_deadline_ek" if is_senate else "no_deadline_tk"))


def _remarks_before(case: CaseView, words: PageWords, sources: CaseSources) -> Iterator[str]:
    if sources.is_scan:
        yield words.text("scan_in_words")
    if sources.reading_count:
        yield words.counted("readings_in_words", sources.reading_count)
    if others := cases_together(case):
        named = words.listed([address.rpartition("/")[2] for address in others])
        yield f"{words.counted('one_reply_for_cases', len(others) + 1)} {named}."
    if case.text_state == "alleen-gegevens":
        yield words.text("record_only")


def _notices(case: CaseView, words: PageWords) -> Iterator[tuple[str, Section]]:
    for notice in case.notices:
        day = f", {words.day(notice.day)}" if notice.day else ""
        heading = words.text(f"notice_{notice.kind}") + day
        paragraphs = tuple((line,) for line in notice.paragraphs)
        remarks = () if paragraphs else (words.text("notice_lost"),)
        section = Section(notice.kind, heading, notice.address, paragraphs, remarks)
        yield str(notice.day), section


def _part_section(part: PartView, parts: Mapping[str, PartView], words: PageWords) -> Section:
    return Section(
        part.kind,
        _heading(part, parts, words),
        part.address,
        part.paragraphs,
        tuple(_references(part, parts, words)),
    )


def _heading(part: PartView, parts: Mapping[str, PartView], words: PageWords) -> str:
    if part.kind == "Answer" and any(address in parts for address in part.answers_to):
        numbers = [parts[a].number or "–" for a in part.answers_to if a in parts]
        count = len(numbers) if part.number is None else 1 + part.is_joint
        return words.counted("answer_to", count, number=part.number or words.listed(numbers))
    if part.kind == "Answer" and part.number is None:
        return words.text("answer_to_all")
    if part.kind == "Question" and part.number is None:
        return words.text("question_without_number")
    kind = words.text(part.kind.lower())
    return f"{kind} {part.number}" if part.number else kind


def _references(part: PartView, parts: Mapping[str, PartView], words: PageWords) -> Iterator[str]:
    """Yield a sentence about the answers that a part refers to, and one about papers it cites.

    ``parts`` contains the parts of the case by address. Each sentence is left out if there is
    nothing to state.
    """
    inside = [parts[a].number or "–" for a in part.referred_parts if a in parts]
    if inside:
        yield words.text("refers_to_answer", number=words.listed(inside))
    cited = (*part.referred_parts, *(a for c in part.citations for a in c.parts))
    outside = dict.fromkeys(
        cited_paper(address, words) for address in cited if address not in parts
    )
    if outside:
        yield words.text("refers_to_papers", papers=words.listed([*outside]))


def _note_text(note: NoteView, words: PageWords) -> str:
    text = note.readable_text or words.text("note_lost")
    cited = [*(cited_paper(address, words) for address in note.cited), *note.web_pages]
    return f"{text} → {'; '.join(cited)}" if cited else text


def _repairs(sources: CaseSources, words: PageWords) -> Iterator[ShownRepair]:
    for repair in sources.repairs:
        count = f" ({len(repair.places)})" if len(repair.places) > 1 else ""
        places = tuple(filter(None, map(_place_words, repair.places)))
        yield ShownRepair(repair.label + count, repair.meaning, tuple(dict.fromkeys(places)))
    if sources.mended:
        mended = words.listed([f"{word.printed} → {word.joined}" for word in sources.mended])
        label = words.counted("mended_words", len(sources.mended))
        yield ShownRepair(label, "", (mended,))


def _place_words(place: RepairPlace) -> str:
    return ": ".join(" ".join(words.split()) for words in (place.place, place.text) if words)
