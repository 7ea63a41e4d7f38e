# Generated from ontology/borrowed.ttl: change that, and run `make generated`.
"""The terms that we borrow from other vocabularies, in one class for each vocabulary.

ontology/borrowed.ttl documents how each term is used.
"""

from typing import Final

from kv2rdf.rdf.vocabulary.namespaces import (
    DCAT_,
    DCT_,
    ELI_,
    ELIDL_,
    FOAF_,
    ORG_,
    OWL_,
    PROV_,
    QB_,
    RDF_,
    RDFS_,
    SKOS_,
    SPDX_,
    VCARD_,
    VOID_,
)


class RDF:
    """RDF: the property that states the class of an entity."""

    type: Final = RDF_("type")


class RDFS:
    """RDFS: the name of an entity, for readers."""

    label: Final = RDFS_("label")


class OWL:
    """OWL: the property that identifies an entity with an item in Wikidata."""

    sameAs: Final = OWL_("sameAs")


class ELI:
    """ELI: works, with their parts, language versions and files."""

    Work: Final = ELI_("Work")
    WorkSubdivision: Final = ELI_("WorkSubdivision")
    Expression: Final = ELI_("Expression")
    Manifestation: Final = ELI_("Manifestation")
    work_type: Final = ELI_("work_type")
    is_part_of: Final = ELI_("is_part_of")
    number: Final = ELI_("number")
    date_document: Final = ELI_("date_document")
    is_about: Final = ELI_("is_about")
    related_to: Final = ELI_("related_to")
    refers_to: Final = ELI_("refers_to")
    is_realized_by: Final = ELI_("is_realized_by")
    language: Final = ELI_("language")
    title: Final = ELI_("title")
    is_embodied_by: Final = ELI_("is_embodied_by")
    media_type: Final = ELI_("media_type")
    is_exemplified_by: Final = ELI_("is_exemplified_by")


class ELIDL:
    """ELI for draft legislation: a case as a process, with activities and participants."""

    Process: Final = ELIDL_("Process")
    Activity: Final = ELIDL_("Activity")
    Participation: Final = ELIDL_("Participation")
    process_id: Final = ELIDL_("process_id")
    consists_of: Final = ELIDL_("consists_of")
    had_activity_type: Final = ELIDL_("had_activity_type")
    activity_date: Final = ELIDL_("activity_date")
    created_a_realization_of: Final = ELIDL_("created_a_realization_of")
    had_participation: Final = ELIDL_("had_participation")
    participation_role: Final = ELIDL_("participation_role")
    had_participant_person: Final = ELIDL_("had_participant_person")
    had_participant_organization: Final = ELIDL_("had_participant_organization")
    participation_in_name_of: Final = ELIDL_("participation_in_name_of")
    answers_to: Final = ELIDL_("answers_to")


class DCT:
    """Dublin Core: general metadata of documents and datasets."""

    PeriodOfTime: Final = DCT_("PeriodOfTime")
    RightsStatement: Final = DCT_("RightsStatement")
    abstract: Final = DCT_("abstract")
    accessRights: Final = DCT_("accessRights")
    bibliographicCitation: Final = DCT_("bibliographicCitation")
    conformsTo: Final = DCT_("conformsTo")
    creator: Final = DCT_("creator")
    dateSubmitted: Final = DCT_("dateSubmitted")
    description: Final = DCT_("description")
    format: Final = DCT_("format")
    identifier: Final = DCT_("identifier")
    isReplacedBy: Final = DCT_("isReplacedBy")
    isVersionOf: Final = DCT_("isVersionOf")
    issued: Final = DCT_("issued")
    language: Final = DCT_("language")
    license: Final = DCT_("license")
    publisher: Final = DCT_("publisher")
    references: Final = DCT_("references")
    rights: Final = DCT_("rights")
    source: Final = DCT_("source")
    subject: Final = DCT_("subject")
    spatial: Final = DCT_("spatial")
    temporal: Final = DCT_("temporal")
    title: Final = DCT_("title")


class SKOS:
    """SKOS: topics and other concepts."""

    Concept: Final = SKOS_("Concept")
    ConceptScheme: Final = SKOS_("ConceptScheme")
    Collection: Final = SKOS_("Collection")
    prefLabel: Final = SKOS_("prefLabel")
    altLabel: Final = SKOS_("altLabel")
    notation: Final = SKOS_("notation")
    definition: Final = SKOS_("definition")
    note: Final = SKOS_("note")
    member: Final = SKOS_("member")
    inScheme: Final = SKOS_("inScheme")
    topConceptOf: Final = SKOS_("topConceptOf")
    broader: Final = SKOS_("broader")
    exactMatch: Final = SKOS_("exactMatch")
    closeMatch: Final = SKOS_("closeMatch")
    broadMatch: Final = SKOS_("broadMatch")


class ORG:
    """The organization ontology: parties, memberships and offices."""

    Organization: Final = ORG_("Organization")
    FormalOrganization: Final = ORG_("FormalOrganization")
    Membership: Final = ORG_("Membership")
    Post: Final = ORG_("Post")
    member: Final = ORG_("member")
    organization: Final = ORG_("organization")
    memberDuring: Final = ORG_("memberDuring")
    role: Final = ORG_("role")
    subOrganizationOf: Final = ORG_("subOrganizationOf")
    postIn: Final = ORG_("postIn")


class FOAF:
    """FOAF: people, the publisher, and names."""

    Person: Final = FOAF_("Person")
    primaryTopic: Final = FOAF_("primaryTopic")
    page: Final = FOAF_("page")
    Document: Final = FOAF_("Document")
    Agent: Final = FOAF_("Agent")
    name: Final = FOAF_("name")


class PROV:
    """PROV-O: provenance."""

    Activity: Final = PROV_("Activity")
    Entity: Final = PROV_("Entity")
    SoftwareAgent: Final = PROV_("SoftwareAgent")
    wasAssociatedWith: Final = PROV_("wasAssociatedWith")
    wasDerivedFrom: Final = PROV_("wasDerivedFrom")
    wasGeneratedBy: Final = PROV_("wasGeneratedBy")
    wasRevisionOf: Final = PROV_("wasRevisionOf")


class DCAT:
    """DCAT: the dataset and its files, for catalogues, and the first and last day of a period."""

    Catalog: Final = DCAT_("Catalog")
    Dataset: Final = DCAT_("Dataset")
    DatasetSeries: Final = DCAT_("DatasetSeries")
    Distribution: Final = DCAT_("Distribution")
    accessURL: Final = DCAT_("accessURL")
    byteSize: Final = DCAT_("byteSize")
    compressFormat: Final = DCAT_("compressFormat")
    contactPoint: Final = DCAT_("contactPoint")
    dataset: Final = DCAT_("dataset")
    distribution: Final = DCAT_("distribution")
    downloadURL: Final = DCAT_("downloadURL")
    endDate: Final = DCAT_("endDate")
    inSeries: Final = DCAT_("inSeries")
    keyword: Final = DCAT_("keyword")
    mediaType: Final = DCAT_("mediaType")
    startDate: Final = DCAT_("startDate")
    theme: Final = DCAT_("theme")
    version: Final = DCAT_("version")


class SPDX:
    """SPDX: checksums of files, as DCAT requires."""

    Checksum: Final = SPDX_("Checksum")
    algorithm: Final = SPDX_("algorithm")
    checksum: Final = SPDX_("checksum")
    checksumAlgorithm_sha256: Final = SPDX_("checksumAlgorithm_sha256")
    checksumValue: Final = SPDX_("checksumValue")


class VCARD:
    """vCard: where questions about the dataset can be sent."""

    Kind: Final = VCARD_("Kind")
    fn: Final = VCARD_("fn")
    hasURL: Final = VCARD_("hasURL")


class VOID:
    """VoID: the numbers of triples and entities in the dataset."""

    Dataset: Final = VOID_("Dataset")
    classPartition: Final = VOID_("classPartition")
    class_: Final = VOID_("class")
    dataDump: Final = VOID_("dataDump")
    entities: Final = VOID_("entities")
    property: Final = VOID_("property")
    propertyPartition: Final = VOID_("propertyPartition")
    triples: Final = VOID_("triples")
    uriSpace: Final = VOID_("uriSpace")
    vocabulary: Final = VOID_("vocabulary")


class QB:
    """Data Cube: statistics, as tables of counts."""

    ComponentSpecification: Final = QB_("ComponentSpecification")
    DataSet: Final = QB_("DataSet")
    DataStructureDefinition: Final = QB_("DataStructureDefinition")
    Observation: Final = QB_("Observation")
    codeList: Final = QB_("codeList")
    attribute: Final = QB_("attribute")
    component: Final = QB_("component")
    dataSet: Final = QB_("dataSet")
    dimension: Final = QB_("dimension")
    measure: Final = QB_("measure")
    structure: Final = QB_("structure")
