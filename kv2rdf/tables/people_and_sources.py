"""The tables of who took part, of the register, and of marks, findings, sources and files."""

from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, FOAF, KV, ORG, OWL, PROV, SKOS
from kv2rdf.tables.columns import Table, a, address, back, coded, day, maybe, number, own, words

_WIKIDATA = address("wikidata", OWL.sameAs, "Wikidata", "Wikidata")
_NAME = words("name", SKOS.prefLabel, "naam", "name")
_PARTY = (ELIDL.participation_in_name_of, KV.partyAtTheTime)

ACTIVITIES = Table(
    name="activities", nl="Wat er in een zaak gebeurde", en="What happened in a case",
    classes=(ELIDL.Activity,),
    columns=(
        own("activity", "handeling", "activity"),
        back("case", ELIDL.consists_of, "zaak", "case", to="cases"),
        coded("kind", ELIDL.had_activity_type, "soort handeling", "kind of activity"),
        day("date", ELIDL.activity_date, "dag", "day"),
        address("document", ELIDL.created_a_realization_of, "stuk", "document", to="documents"),
    ),
)  # fmt: skip
PARTICIPATIONS = Table(
    name="participations", nl="Wie deel had aan een zaak", en="Who took part in a case",
    classes=(ELIDL.Participation,),
    columns=(
        own("participation", "deelname", "participation"),
        back("activity", ELIDL.had_participation, "handeling", "activity", to="activities"),
        back("case", ELIDL.consists_of, "zaak", "case", of="{+activity}", to="cases"),
        address("document", ELIDL.created_a_realization_of, "stuk", "document", of="{+activity}",
                to="documents"),
        day("date", ELIDL.activity_date, "dag", "day", of="{+activity}"),
        coded("role", ELIDL.participation_role, "rol", "role"),
        number("ordinal", KV.ordinal, "plaats", "place"),
        a("as_printed", KV.asInSource, "als gedrukt", "as printed"),
        address("name_form", KV.nameForm, "naamvorm", "name form"),
        a("name_as_printed", KV.asInSource, "naam als gedrukt", "name as printed",
          of="{+name_form}"),
        a("party_as_printed", KV.partyAsInSource, "fractie als gedrukt", "party as printed",
          of="{+name_form}"),
        a("office_as_printed", KV.officeAsInSource, "ambt als gedrukt", "office as printed"),
        maybe("person", (ELIDL.had_participant_person,), "persoon", "person", "persons"),
        a("person_name", FOAF.name, "naam van de persoon", "name of the person", of="{+person}"),
        maybe("party", _PARTY, "fractie op die dag", "party then", "parties"),
        words("party_label", SKOS.altLabel, "fractie, afgekort", "party, abbreviated",
              of="{+party}"),
        maybe("office", (KV.office,), "ambt", "office", "offices"),
        words("office_label", SKOS.prefLabel, "naam van het ambt", "name of the office",
              of="{+office}"),
        maybe("ministry", (ELIDL.had_participant_organization,), "ministerie", "ministry",
              "ministries"),
        words("ministry_label", SKOS.prefLabel, "naam van het ministerie",
              "name of the ministry", of="{+ministry}"),
        coded("matched_by", KV.matchedBy, "gevonden door de regel", "found by the rule"),
    ),
)  # fmt: skip
PERSONS = Table(
    name="persons", nl="Personen", en="Persons", classes=(FOAF.Person,),
    columns=(own("person", "persoon", "person"), a("name", FOAF.name, "naam", "name"), _WIKIDATA),
)  # fmt: skip
PARTIES = Table(
    name="parties", nl="Fracties", en="Parties", classes=(KV.Party,),
    columns=(
        own("party", "fractie", "party"),
        _NAME,
        words("abbreviation", SKOS.altLabel, "afkorting", "abbreviation"),
        _WIKIDATA,
    ),
)  # fmt: skip
OFFICES = Table(
    name="offices", nl="Ambten", en="Offices", classes=(ORG.Post,),
    columns=(
        own("office", "ambt", "office"),
        _NAME,
        words("name_en", SKOS.prefLabel, "naam in het Engels", "name in English", language="en"),
        address("ministry", ORG.postIn, "ministerie", "ministry", to="ministries"),
        _WIKIDATA,
    ),
)  # fmt: skip
MINISTRIES = Table(
    name="ministries", nl="Ministeries", en="Ministries", classes=(KV.Ministry,),
    columns=(
        own("ministry", "ministerie", "ministry"),
        _NAME,
        words("abbreviation", SKOS.altLabel, "afkorting", "abbreviation"),
        _WIKIDATA,
    ),
)  # fmt: skip
CONCEPTS = Table(
    name="concepts", nl="Begrippen en onderwerpen", en="Concepts and topics",
    classes=(SKOS.Concept,),
    columns=(
        own("concept", "begrip", "concept"),
        _NAME,
        words("name_en", SKOS.prefLabel, "naam in het Engels", "name in English", language="en"),
        address("scheme", SKOS.inScheme, "lijst", "scheme"),
        maybe("broader", (SKOS.broader,), "ruimer begrip", "broader concept", "concepts"),
    ),
)  # fmt: skip
MARKS = Table(
    name="marks", nl="Verwijzingen naar een noot", en="Marks of footnotes",
    classes=(KV.FootnoteMark,),
    columns=(
        own("mark", "nootverwijzing", "mark"),
        back("part", KV.hasMark, "vraag, antwoord of toelichting", "question, answer, explanation"),
        address("note", KV.markOf, "noot", "note", to="notes"),
        number("offset", KV.offset, "tekens ervoor", "characters before it"),
    ),
)  # fmt: skip
FINDINGS = Table(
    name="findings", nl="Bevindingen", en="Findings", classes=(KV.Finding,),
    columns=(
        own("finding", "bevinding", "finding"),
        coded("rule", KV.rule, "regel", "rule"),
        address("concerns", KV.concerns, "gaat over", "concerns"),
        a("place", KV.place, "plaats in de bron", "place in the source"),
        words("text", KV.text, "tekst die nergens anders staat", "text that stands nowhere else"),
        address("source", PROV.wasDerivedFrom, "bron", "source", to="sources"),
    ),
)  # fmt: skip
SOURCES = Table(
    name="sources", nl="Bronnen", en="Sources", classes=(PROV.Entity,),
    columns=(
        own("source", "bron", "source"),
        a("name", DCT.identifier, "naam van het bestand", "name of the file"),
        coded("kind", DCT.format, "soort bron", "kind of source"),
        address("page", DCT.source, "bladzijde", "page"),
        a("sha256", KV.sha256, "sha256", "sha256"),
    ),
)  # fmt: skip
FILES = Table(
    name="files", nl="Bestanden waarin een stuk is gepubliceerd",
    en="Files that a document is published in", classes=(ELI.Manifestation,),
    columns=(
        own("file", "bestand", "file"),
        back("expression", ELI.is_embodied_by, "tekst", "text it is a file of"),
        back("document", ELI.is_realized_by, "stuk", "document", of="{+expression}",
             to="documents"),
        address("page", ELI.is_exemplified_by, "webadres", "address on the web"),
        address("media_type", ELI.media_type, "mediatype", "media type"),
    ),
)  # fmt: skip
