"""The JSON objects of a case and of its participants."""

from dataclasses import dataclass

from kv2rdf.query.case_view.case_view import CaseView, PersonView
from kv2rdf.query.case_view.named_things import NamedThing
from kv2rdf.rdf.vocabulary import DCT, ELIDL, KV
from kv2rdf.server.json_api.object_schema import (
    ADDRESS,
    ADDRESSES,
    COUNT,
    DAY,
    LINK,
    STATE,
    TEXT,
    TEXTS,
    TRUTH,
    ObjectSchema,
    SchemaMember,
    address_term,
    concept_term,
    day_term,
    dutch_term,
    json_day,
    or_null,
)
from kv2rdf.server.json_api.paper_objects import FINDING, NOTE, NOTICE, PAPER, PART
from kv2rdf.server.json_api.thing_object import THING, thing_or_null
from kv2rdf.server.pages.page_site import PageSite


def _person(participant: PersonView) -> dict[str, object] | None:
    """Return the object of a participant's person, or None if no person was identified."""
    address, office = participant.identity, participant.office
    if address is None or (office is not None and office.address == address):
        return None
    return THING.content(NamedThing(address, participant.name or participant.as_printed))


# fmt: off
PARTICIPANT: ObjectSchema[PersonView] = ObjectSchema(
    "Participant",
    "A person or office in a role. The members with “printed” in their names contain the words of"
    " the paper. The others refer to the person, office, ministry and party that were identified.",
    (
        SchemaMember("role", TEXT,
            "The role: indiener (asked), geadresseerde (was asked), antwoordgever (answered),"
            " mede-namens (the answer is also on their behalf) or mededeler (gave notice).",
            lambda p: p.role),
        SchemaMember("as_printed", TEXT, "All printed words about this participant.",
            lambda p: p.as_printed),
        SchemaMember("name_as_printed", or_null(TEXT), "The printed name.",
            lambda p: p.printed_name),
        SchemaMember("office_as_printed", or_null(TEXT), "The printed office.",
            lambda p: p.printed_office),
        SchemaMember("party_as_printed", or_null(TEXT), "The printed party.",
            lambda p: p.printed_party),
        SchemaMember("person", or_null(THING.reference), "The person.", _person),
        SchemaMember("office", or_null(THING.reference), "The office.",
            lambda p: thing_or_null(p.office)),
        SchemaMember("ministry", or_null(THING.reference), "The ministry.",
            lambda p: thing_or_null(p.ministry)),
        SchemaMember("party", or_null(THING.reference),
            "The parliamentary group or party on the date of the paper.",
            lambda p: thing_or_null(p.party)),
    ),
)


@dataclass(frozen=True, slots=True)
class ShownCase:
    """A case, and the site that contains its page."""

    view: CaseView
    site: PageSite


CASE: ObjectSchema[ShownCase] = ObjectSchema(
    "Case",
    "A case: one set of written questions, with the answers and notices that belong to it.",
    (
        SchemaMember("address", ADDRESS, "The address of the case.", lambda c: c.view.address,
            "@id"),
        SchemaMember("class", {"const": "Dossier"}, "The class of the case in RDF.",
            lambda _: "Dossier", "@type"),
        SchemaMember("case", TEXT, "The number of the case.", lambda c: c.view.number,
            ELIDL.process_id),
        SchemaMember("identifiers", TEXTS, "All identifiers of the case.",
            lambda c: c.view.identifiers, DCT.identifier),
        SchemaMember("title", TEXT, "The title, in Dutch.", lambda c: c.view.title,
            dutch_term(DCT.title)),
        SchemaMember("chamber", or_null(TEXT), "The name of the chamber.",
            lambda c: c.view.chamber),
        SchemaMember("session_year", or_null(TEXT), "The parliamentary year.",
            lambda c: c.view.session_year, KV.sessionYear),
        SchemaMember("state", or_null(STATE),
            "The state: beantwoord (answered), openstaand (open), uitgesteld (delayed),"
            " ingetrokken (withdrawn) or afgedaan (settled).",
            lambda c: c.view.state, concept_term(KV.state)),
        SchemaMember("text_state", or_null(TEXT),
            "How much of the text of the questions the release contains.",
            lambda c: c.view.text_state),
        SchemaMember("tabled_on", or_null(DAY), "The date of tabling.",
            lambda c: json_day(c.view.tabled), day_term(DCT.dateSubmitted)),
        SchemaMember("answer_due", or_null(DAY), "The date by which the answer is due.",
            lambda c: json_day(c.view.due), day_term(KV.answerDue)),
        SchemaMember("extended_due", or_null(DAY),
            "The latest date that a notice of delay gives.",
            lambda c: json_day(c.view.extended_due), day_term(KV.extendedDue)),
        SchemaMember("answered_on", or_null(DAY), "The date of the first answer.",
            lambda c: json_day(c.view.answered), day_term(KV.answeredOn)),
        SchemaMember("days_to_answer", or_null(COUNT),
            "The number of days from tabling to the first answer.",
            lambda c: c.view.days_to_answer, KV.daysToAnswer),
        SchemaMember("answered_in_time", or_null(TRUTH), "Whether the answer came in time.",
            lambda c: c.view.is_answered_in_time, KV.answeredInTime),
        SchemaMember("answered_in_extended_time", or_null(TRUTH),
            "Whether the answer came by the latest date that a notice of delay gives.",
            lambda c: c.view.is_answered_in_extended_time, KV.answeredInExtendedTime),
        SchemaMember("participants", PARTICIPANT.list_of,
            "The persons and offices in each role, in the printed order.",
            lambda c: PARTICIPANT.contents(c.view.people)),
        SchemaMember("topics", THING.list_of, "The topics of the case.",
            lambda c: THING.contents(c.view.topics), address_term(DCT.subject)),
        SchemaMember("papers", PAPER.list_of, "The papers of the case.",
            lambda c: PAPER.contents(c.view.documents), "@included"),
        SchemaMember("parts", PART.list_of,
            "The questions, each followed by its answers, and then the other parts.",
            lambda c: PART.contents(c.view.parts), "@included"),
        SchemaMember("notes", NOTE.list_of, "The footnotes.",
            lambda c: NOTE.contents(c.view.notes), "@included"),
        SchemaMember("notices", NOTICE.list_of, "The notices, such as notices of delay.",
            lambda c: NOTICE.contents(c.view.notices), "@included"),
        SchemaMember("findings", FINDING.list_of, "Remarks about gaps and repairs.",
            lambda c: FINDING.contents(c.view.findings)),
        SchemaMember("official_pages", ADDRESSES, "The official pages of the papers.",
            lambda c: c.view.pages),
        SchemaMember("page", LINK, "The link to the page about the case.",
            lambda c: c.site.link(f"zaak/{c.view.number}", c.site.language)),
    ),
)
# fmt: on
