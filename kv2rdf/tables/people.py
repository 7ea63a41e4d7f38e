"""The tables of activities in cases, of participations in them, and of the register."""

from kv2rdf.rdf.vocabulary import ELIDL, FOAF, KV, ORG, OWL, SKOS
from kv2rdf.tables.columns import (
    concept_column,
    day_column,
    inverse_column,
    key_column,
    lines_column,
    link_column,
    number_column,
    optional_link_column,
    text_column,
    value_column,
)
from kv2rdf.tables.schema import TableSchema

_WIKIDATA = link_column("wikidata", OWL.sameAs, "Wikidata", "Wikidata")
_NAME = text_column("name", SKOS.prefLabel, "naam", "name")

ACTIVITIES = TableSchema(
    name="activities", nl="Wat er in een zaak gebeurde", en="What happened in a case",
    classes=(ELIDL.Activity,),
    columns=(
        key_column("activity", "handeling", "activity"),
        inverse_column("case", ELIDL.consists_of, "zaak", "case", table="cases"),
        concept_column("kind", ELIDL.had_activity_type, "soort handeling", "kind of activity"),
        day_column("date", ELIDL.activity_date, "dag", "date"),
        link_column(
            "document", ELIDL.created_a_realization_of, "stuk", "document", table="documents",
        ),
    ),
)  # fmt: skip
PARTICIPATIONS = TableSchema(
    name="participations", nl="Wie deel had aan een zaak", en="Who took part in a case",
    classes=(ELIDL.Participation,),
    columns=(
        key_column("participation", "deelname", "participation"),
        inverse_column(
            "activity", ELIDL.had_participation, "handeling", "activity", table="activities",
        ),
        inverse_column(
            "case", ELIDL.consists_of, "zaak", "case", subject="{+activity}", table="cases",
        ),
        link_column(
            "document", ELIDL.created_a_realization_of, "stuk", "document", subject="{+activity}",
            table="documents",
        ),
        day_column("date", ELIDL.activity_date, "dag", "date", subject="{+activity}"),
        concept_column("role", ELIDL.participation_role, "rol", "role"),
        number_column("ordinal", KV.ordinal, "plaats", "position within the role"),
        value_column("as_printed", KV.asInSource, "geheel als gedrukt", "complete text as printed"),
        link_column("name_form", KV.nameForm, "naamvorm", "name form"),
        value_column(
            "name_as_printed", KV.asInSource, "naam als gedrukt", "name as printed",
            subject="{+name_form}",
        ),
        value_column(
            "party_as_printed", KV.partyAsInSource, "fractie als gedrukt", "party as printed",
        ),
        link_column("office_form", KV.officeForm, "ambtsvorm", "office form"),
        value_column(
            "office_as_printed", KV.officeAsInSource, "ambt als gedrukt", "office as printed",
        ),
        value_column(
            "ministry_as_printed", KV.ministryAsInSource, "ministerie als gedrukt",
            "ministry as printed",
        ),
        optional_link_column(
            "person", ELIDL.had_participant_person, "persoon", "person", "persons",
        ),
        value_column(
            "person_name", FOAF.name, "naam van de persoon", "name of the person",
            subject="{+person}",
        ),
        optional_link_column(
            "group", ELIDL.participation_in_name_of, "fractie op die dag", "group at the time",
            "groups",
        ),
        value_column(
            "group_label", SKOS.notation, "fractie, kort", "group, short name", subject="{+group}",
        ),
        optional_link_column(
            "party", KV.partyAtTheTime, "partij op die dag", "party at the time", "parties",
            fallback=optional_link_column(
                "party", ORG.subOrganizationOf, "partij", "party", "parties", subject="{+group}",
            ),
        ),
        value_column(
            "party_label", SKOS.notation, "partij, kort", "party, short name", subject="{+party}",
        ),
        optional_link_column("office", KV.office, "ambt", "office", "offices"),
        text_column(
            "office_label", SKOS.prefLabel, "naam van het ambt", "name of the office",
            subject="{+office}",
        ),
        optional_link_column(
            "ministry", ELIDL.had_participant_organization, "ministerie", "ministry",
            "ministries",
        ),
        text_column(
            "ministry_label", SKOS.prefLabel, "naam van het ministerie", "name of the ministry",
            subject="{+ministry}",
        ),
        concept_column(
            "person_matched_by", KV.personMatchedBy, "persoon gevonden door de regel",
            "rule that identified the person",
        ),
        concept_column(
            "party_matched_by", KV.partyMatchedBy, "partij gevonden door de regel",
            "rule that identified the party",
        ),
        concept_column(
            "office_matched_by", KV.officeMatchedBy, "ambt gevonden door de regel",
            "rule that identified the office",
        ),
    ),
)  # fmt: skip
PERSONS = TableSchema(
    name="persons", nl="Personen", en="Persons", classes=(FOAF.Person,),
    columns=(
        key_column("person", "persoon", "person"),
        value_column("name", FOAF.name, "naam", "name"),
        _WIKIDATA,
    ),
)  # fmt: skip
PARTIES = TableSchema(
    name="parties", nl="Partijen", en="Parties", classes=(KV.Party,),
    columns=(
        key_column("party", "partij", "party"),
        _NAME,
        value_column("short_name", SKOS.notation, "korte naam", "short name"),
        _WIKIDATA,
    ),
)  # fmt: skip
GROUPS = TableSchema(
    name="groups", nl="Fracties", en="Parliamentary groups", classes=(KV.Group,),
    columns=(
        key_column("group", "fractie", "group"),
        _NAME,
        value_column("short_name", SKOS.notation, "korte naam", "short name"),
        link_column("party", ORG.subOrganizationOf, "partij", "party", table="parties"),
        link_column("chamber", KV.chamber, "Kamer", "chamber"),
    ),
)  # fmt: skip
OFFICES = TableSchema(
    name="offices", nl="Ambten", en="Offices", classes=(ORG.Post,),
    columns=(
        key_column("office", "ambt", "office"),
        _NAME,
        text_column(
            "name_en", SKOS.prefLabel, "naam in het Engels", "name in English", language="en",
        ),
        link_column("ministry", ORG.postIn, "ministerie", "ministry", table="ministries"),
        _WIKIDATA,
    ),
)  # fmt: skip
MINISTRIES = TableSchema(
    name="ministries", nl="Ministeries", en="Ministries", classes=(KV.Ministry,),
    columns=(
        key_column("ministry", "ministerie", "ministry"),
        _NAME,
        lines_column("other_names", SKOS.altLabel, "andere namen", "other names"),
        _WIKIDATA,
    ),
)  # fmt: skip
CABINETS = TableSchema(
    name="cabinets", nl="Kabinetten", en="Cabinets", classes=(KV.Cabinet,),
    columns=(
        key_column("cabinet", "kabinet", "cabinet"),
        _NAME,
        text_column(
            "name_en", SKOS.prefLabel, "naam in het Engels", "name in English", language="en",
        ),
        text_column("short_name", SKOS.altLabel, "korte naam", "short name"),
        _WIKIDATA,
    ),
)  # fmt: skip
CONCEPTS = TableSchema(
    name="concepts", nl="Begrippen en onderwerpen", en="Concepts and topics",
    classes=(SKOS.Concept,),
    columns=(
        key_column("concept", "begrip", "concept"),
        _NAME,
        text_column(
            "name_en", SKOS.prefLabel, "naam in het Engels", "name in English", language="en",
        ),
        link_column("scheme", SKOS.inScheme, "lijst", "scheme"),
        optional_link_column(
            "broader", SKOS.broader, "ruimer begrip", "broader concept", "concepts",
        ),
    ),
)  # fmt: skip
