"""The tables of statistics, gaps and completeness, each of which is a data cube."""

from kv2rdf.rdf.vocabulary import KV, QB
from kv2rdf.tables.columns import (
    boolean_column,
    concept_column,
    key_column,
    number_column,
    optional_link_column,
    value_column,
)
from kv2rdf.tables.schema import TableSchema

_ROW = key_column("row", "regel", "row")
_YEAR = value_column("year", KV.year, "jaar", "year")
_IDENTIFIED = boolean_column(
    "is_identified", KV.groupIdentified, "in het register", "in the register"
)
_CASES = number_column("cases", KV.caseCount, "zaken", "cases")
_QUESTIONS = number_column("questions", KV.questionCount, "vragen", "questions")
_SOURCE_KIND = concept_column("source_kind", KV.sourceKind, "soort bron", "kind of source")
_COUNTED = concept_column("counted", KV.counted, "wat is geteld", "what is counted")
_COUNT = number_column("count", KV.count, "aantal", "count")

CASES_PER_YEAR = TableSchema(
    name="cases_per_year", nl="Zaken en vragen per jaar", en="Cases and questions by year",
    classes=(QB.Observation,), data_cube="jaar", columns=(_ROW, _YEAR, _CASES, _QUESTIONS),
)  # fmt: skip
CASES_PER_PARTY = TableSchema(
    name="cases_per_party", nl="Zaken en vragen per jaar en fractie",
    en="Cases and questions by year and party", classes=(QB.Observation,), data_cube="fractie",
    columns=(
        _ROW, _YEAR, value_column("party", KV.groupName, "fractie", "party"),
        optional_link_column(
            "identified_party", KV.group, "gevonden partij", "identified party", "parties"
        ),
        _IDENTIFIED,
        _CASES, _QUESTIONS,
    ),
)  # fmt: skip
CASES_PER_MINISTRY = TableSchema(
    name="cases_per_ministry", nl="Dagen tot het antwoord, per ministerie",
    en="Days to the answer, by ministry", classes=(QB.Observation,), data_cube="ministerie",
    columns=(
        _ROW, value_column("ministry", KV.groupName, "ministerie", "ministry"),
        optional_link_column(
            "identified_ministry", KV.group, "gevonden ministerie", "identified ministry",
            "ministries",
        ),
        _IDENTIFIED, _CASES,
        number_column("mean_days", KV.meanDays, "dagen, gemiddeld", "mean number of days"),
        number_column("fewest_days", KV.fewestDays, "dagen, minstens", "fewest days"),
        number_column("most_days", KV.mostDays, "dagen, hoogstens", "most days"),
    ),
)  # fmt: skip
CASES_PER_TOPIC = TableSchema(
    name="cases_per_topic", nl="Zaken en vragen per onderwerp", en="Cases and questions by topic",
    classes=(QB.Observation,), data_cube="onderwerp",
    columns=(
        _ROW, optional_link_column("topic", KV.topic, "onderwerp", "topic", "concepts"),
        _CASES, _QUESTIONS,
    ),
)  # fmt: skip
CASES_PER_MEDIUM = TableSchema(
    name="cases_per_medium", nl="Zaken en vragen per jaar en aangehaald medium",
    en="Cases and questions by year and medium cited", classes=(QB.Observation,),
    data_cube="medium",
    columns=(
        _ROW, _YEAR, value_column("medium", KV.groupName, "medium", "medium"),
        optional_link_column(
            "identified_medium", KV.group, "adres van het medium", "address of the medium",
            "concepts",
        ),
        _CASES, _QUESTIONS,
    ),
)  # fmt: skip
GAPS = TableSchema(
    name="gaps", nl="Wat er is en wat ontbreekt, per jaar en bronsoort",
    en="What is present and what is missing, by year and kind of source", classes=(QB.Observation,),
    data_cube="hiaten", columns=(_ROW, _YEAR, _SOURCE_KIND, _COUNTED, _COUNT),
)  # fmt: skip
UNPUBLISHED = TableSchema(
    name="unpublished", nl="Documenten die niet zijn gepubliceerd",
    en="Input documents that are not published", classes=(QB.Observation,),
    data_cube="ongepubliceerd",
    columns=(
        _ROW, _YEAR, _SOURCE_KIND, _COUNTED, value_column("reason", KV.reason, "reden", "reason"),
        _COUNT,
    ),
)  # fmt: skip
COMPLETENESS = TableSchema(
    name="completeness", nl="Stukken die er zijn, en hoeveel daarvan in de dataset staat",
    en="Papers that exist, and how many of them the dataset contains", classes=(QB.Observation,),
    data_cube="volledigheid",
    columns=(
        _ROW, value_column("session_year", KV.sessionCounted, "vergaderjaar", "session year"),
        _YEAR, concept_column("chamber", KV.chamberCounted, "Kamer", "chamber"),
        concept_column("paper_kind", KV.paperKindCounted, "soort stuk", "kind of paper"),
        concept_column("presence", KV.presenceCounted, "wat de dataset heeft", "presence"), _COUNT,
    ),
)  # fmt: skip
