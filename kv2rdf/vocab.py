"""Every term this project may say, and nothing else.

Ours come from ontology/kv.ttl, the others are borrowed (ontology/borrowed.ttl). A term that is
not here cannot be used, and a term that is here is used: tests/test_vocabulary.py.
"""

from collections.abc import Callable
from typing import Final

from kv2rdf.terms import Iri

HOME: Final = "https://w3id.org/kamervragen"


def _namespace(address: str) -> Callable[[str], Iri]:
    return lambda name: Iri(address + name)


_kv = _namespace(f"{HOME}/def#")
_eli = _namespace("http://data.europa.eu/eli/ontology#")
_dl = _namespace("http://data.europa.eu/eli/eli-draft-legislation-ontology#")
_dct = _namespace("http://purl.org/dc/terms/")
_skos = _namespace("http://www.w3.org/2004/02/skos/core#")
_org = _namespace("http://www.w3.org/ns/org#")
_foaf = _namespace("http://xmlns.com/foaf/0.1/")
_prov = _namespace("http://www.w3.org/ns/prov#")
_dcat = _namespace("http://www.w3.org/ns/dcat#")
_void = _namespace("http://rdfs.org/ns/void#")
_spdx = _namespace("http://spdx.org/rdf/terms#")

PREFIXES: Final = {
    "kv": _kv(""),
    "c": Iri(f"{HOME}/id/begrip/"),
    "eli": _eli(""),
    "eli-dl": _dl(""),
    "dct": _dct(""),
    "skos": _skos(""),
    "org": _org(""),
    "foaf": _foaf(""),
    "prov": _prov(""),
    "dcat": _dcat(""),
    "void": _void(""),
    "spdx": _spdx(""),
    "owl": Iri("http://www.w3.org/2002/07/owl#"),
    "xsd": Iri("http://www.w3.org/2001/XMLSchema#"),
}


class RDF:
    """The one term of RDF we say ourselves."""

    type: Final = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


class OWL:
    """That our person is the person another register means."""

    sameAs: Final = Iri("http://www.w3.org/2002/07/owl#sameAs")


class KV:
    """Ours, in the order of ontology/kv.ttl."""

    Dossier: Final = _kv("Dossier")
    QuestionDocument: Final = _kv("QuestionDocument")
    AnswerDocument: Final = _kv("AnswerDocument")
    Notice: Final = _kv("Notice")
    DelayNotice: Final = _kv("DelayNotice")
    Question: Final = _kv("Question")
    Answer: Final = _kv("Answer")
    Explanation: Final = _kv("Explanation")
    Footnote: Final = _kv("Footnote")
    FootnoteMark: Final = _kv("FootnoteMark")
    Citation: Final = _kv("Citation")
    Finding: Final = _kv("Finding")
    NameForm: Final = _kv("NameForm")
    Party: Final = _kv("Party")
    Ministry: Final = _kv("Ministry")

    concernsDossier: Final = _kv("concernsDossier")
    refersToAnswer: Final = _kv("refersToAnswer")
    hasFootnote: Final = _kv("hasFootnote")
    hasMark: Final = _kv("hasMark")
    markOf: Final = _kv("markOf")
    citedIn: Final = _kv("citedIn")
    addressee: Final = _kv("addressee")
    partyAtTheTime: Final = _kv("partyAtTheTime")
    office: Final = _kv("office")
    nameForm: Final = _kv("nameForm")
    matchedBy: Final = _kv("matchedBy")
    chamber: Final = _kv("chamber")
    state: Final = _kv("state")
    rule: Final = _kv("rule")
    concerns: Final = _kv("concerns")

    text: Final = _kv("text")
    ordinal: Final = _kv("ordinal")
    offset: Final = _kv("offset")
    quotes: Final = _kv("quotes")
    asInSource: Final = _kv("asInSource")
    partyAsInSource: Final = _kv("partyAsInSource")
    officeAsInSource: Final = _kv("officeAsInSource")
    topicsAsInSource: Final = _kv("topicsAsInSource")
    seeAlsoAsInSource: Final = _kv("seeAlsoAsInSource")
    delayReason: Final = _kv("delayReason")
    answerDue: Final = _kv("answerDue")
    answerTerm: Final = _kv("answerTerm")
    daysToAnswer: Final = _kv("daysToAnswer")
    answeredInTime: Final = _kv("answeredInTime")
    sessionYear: Final = _kv("sessionYear")
    place: Final = _kv("place")
    sha256: Final = _kv("sha256")


class ELI:
    """Works, their parts, language versions and files."""

    Work: Final = _eli("Work")
    WorkSubdivision: Final = _eli("WorkSubdivision")
    Expression: Final = _eli("Expression")
    Manifestation: Final = _eli("Manifestation")
    work_type: Final = _eli("work_type")
    is_part_of: Final = _eli("is_part_of")
    number: Final = _eli("number")
    date_document: Final = _eli("date_document")
    is_about: Final = _eli("is_about")
    related_to: Final = _eli("related_to")
    is_realized_by: Final = _eli("is_realized_by")
    language: Final = _eli("language")
    title: Final = _eli("title")
    is_embodied_by: Final = _eli("is_embodied_by")
    media_type: Final = _eli("media_type")
    is_exemplified_by: Final = _eli("is_exemplified_by")


class ELIDL:
    """The case as a process, what happened in it, and who took part."""

    Process: Final = _dl("Process")
    Activity: Final = _dl("Activity")
    Participation: Final = _dl("Participation")
    process_id: Final = _dl("process_id")
    consists_of: Final = _dl("consists_of")
    had_activity_type: Final = _dl("had_activity_type")
    activity_date: Final = _dl("activity_date")
    created_a_realization_of: Final = _dl("created_a_realization_of")
    had_participation: Final = _dl("had_participation")
    participation_role: Final = _dl("participation_role")
    had_participant_person: Final = _dl("had_participant_person")
    had_participant_organization: Final = _dl("had_participant_organization")
    participation_in_name_of: Final = _dl("participation_in_name_of")
    answers_to: Final = _dl("answers_to")


class DCT:
    """Dublin Core: what any catalogue would ask of any document."""

    PeriodOfTime: Final = _dct("PeriodOfTime")
    abstract: Final = _dct("abstract")
    accessRights: Final = _dct("accessRights")
    conformsTo: Final = _dct("conformsTo")
    creator: Final = _dct("creator")
    description: Final = _dct("description")
    format: Final = _dct("format")
    identifier: Final = _dct("identifier")
    isReplacedBy: Final = _dct("isReplacedBy")
    isVersionOf: Final = _dct("isVersionOf")
    issued: Final = _dct("issued")
    language: Final = _dct("language")
    license: Final = _dct("license")
    publisher: Final = _dct("publisher")
    rights: Final = _dct("rights")
    source: Final = _dct("source")
    title: Final = _dct("title")
    type: Final = _dct("type")


class SKOS:
    """Topics and other concepts."""

    Concept: Final = _skos("Concept")
    ConceptScheme: Final = _skos("ConceptScheme")
    prefLabel: Final = _skos("prefLabel")
    altLabel: Final = _skos("altLabel")
    inScheme: Final = _skos("inScheme")
    broader: Final = _skos("broader")
    exactMatch: Final = _skos("exactMatch")
    closeMatch: Final = _skos("closeMatch")
    broadMatch: Final = _skos("broadMatch")


class ORG:
    """Parties, memberships and posts."""

    Organization: Final = _org("Organization")
    FormalOrganization: Final = _org("FormalOrganization")
    Membership: Final = _org("Membership")
    Post: Final = _org("Post")
    member: Final = _org("member")
    organization: Final = _org("organization")
    memberDuring: Final = _org("memberDuring")
    postIn: Final = _org("postIn")


class FOAF:
    """People, and whoever publishes."""

    Person: Final = _foaf("Person")
    Agent: Final = _foaf("Agent")
    name: Final = _foaf("name")


class PROV:
    """Where a statement comes from."""

    Activity: Final = _prov("Activity")
    Entity: Final = _prov("Entity")
    SoftwareAgent: Final = _prov("SoftwareAgent")
    wasAssociatedWith: Final = _prov("wasAssociatedWith")
    wasDerivedFrom: Final = _prov("wasDerivedFrom")
    wasGeneratedBy: Final = _prov("wasGeneratedBy")


class DCAT:
    """The dataset and its files, for catalogues; and days a period runs from and to."""

    Catalog: Final = _dcat("Catalog")
    Dataset: Final = _dcat("Dataset")
    Distribution: Final = _dcat("Distribution")
    accessURL: Final = _dcat("accessURL")
    byteSize: Final = _dcat("byteSize")
    compressFormat: Final = _dcat("compressFormat")
    contactPoint: Final = _dcat("contactPoint")
    dataset: Final = _dcat("dataset")
    distribution: Final = _dcat("distribution")
    downloadURL: Final = _dcat("downloadURL")
    endDate: Final = _dcat("endDate")
    mediaType: Final = _dcat("mediaType")
    startDate: Final = _dcat("startDate")
    theme: Final = _dcat("theme")


class SPDX:
    """Checksums of files, as DCAT wants them."""

    Checksum: Final = _spdx("Checksum")
    algorithm: Final = _spdx("algorithm")
    checksum: Final = _spdx("checksum")
    checksumAlgorithm_sha256: Final = _spdx("checksumAlgorithm_sha256")
    checksumValue: Final = _spdx("checksumValue")


class VOID:
    """How much of what the dataset holds."""

    Dataset: Final = _void("Dataset")
    classPartition: Final = _void("classPartition")
    class_: Final = _void("class")
    dataDump: Final = _void("dataDump")
    entities: Final = _void("entities")
    property: Final = _void("property")
    propertyPartition: Final = _void("propertyPartition")
    triples: Final = _void("triples")
    uriSpace: Final = _void("uriSpace")
    vocabulary: Final = _void("vocabulary")
