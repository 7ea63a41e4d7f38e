"""The tables of cases and of their documents."""

from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, PROV, SKOS
from kv2rdf.tables.columns import (
    boolean_column,
    class_column,
    concept_column,
    day_column,
    key_column,
    lines_column,
    link_column,
    number_column,
    optional_link_column,
    text_column,
    value_column,
)
from kv2rdf.tables.parts import JOINED_TEXT, MARKUP
from kv2rdf.tables.schema import TableSchema

_TABLING = "{+case}#indiening"
_CASE = key_column("case", "zaak", "case", table="cases")
_DOCUMENT = key_column("document", "stuk", "document", table="documents")

CASES = TableSchema(
    name="cases", nl="Zaken", en="Cases", classes=(KV.Dossier,),
    columns=(
        key_column("case", "zaak", "case"),
        value_column("number", ELIDL.process_id, "nummer", "number"),
        text_column("title", DCT.title, "titel", "title"),
        link_column("chamber", KV.chamber, "Kamer", "chamber"),
        value_column("session_year", KV.sessionYear, "vergaderjaar", "session year"),
        concept_column("state", KV.state, "stand van zaken", "state"),
        link_column(
            "question_document", ELIDL.created_a_realization_of, "stuk met de vragen",
            "document with the questions", subject=_TABLING, table="documents",
        ),
        day_column(
            "tabled_on", ELIDL.activity_date, "dag van indiening", "date of tabling",
            subject=_TABLING,
        ),
        day_column(
            "answered_on", KV.answeredOn, "dag van het eerste antwoord", "date of the first answer",
        ),
        day_column("answer_due", KV.answerDue, "antwoord uiterlijk op", "answer due on"),
        optional_link_column(
            "answer_term", KV.answerTerm, "termijn", "time limit for answering", "concepts"
        ),
        text_column(
            "answer_term_label", SKOS.prefLabel, "naam van de termijn", "name of the time limit",
            subject="{+answer_term}",
        ),
        number_column(
            "days_to_answer", KV.daysToAnswer, "dagen tot het antwoord", "days to the answer",
        ),
        boolean_column(
            "answered_in_time", KV.answeredInTime, "op tijd beantwoord", "answered in time",
        ),
        day_column("extended_due", KV.extendedDue, "verlengd tot", "extended until"),
        boolean_column(
            "answered_in_extended_time", KV.answeredInExtendedTime,
            "binnen de verlengde termijn beantwoord", "answered in the extended time",
        ),
    ),
)  # fmt: skip
CASES_IDENTIFIERS = TableSchema(
    name="cases_identifiers", nl="Nummers van zaken", en="Identifiers of cases",
    classes=(KV.Dossier,), row_per="identifier",
    columns=(_CASE, value_column("identifier", DCT.identifier, "nummer", "identifier")),
)  # fmt: skip
DOCUMENTS = TableSchema(
    name="documents", nl="Stukken", en="Documents",
    classes=(KV.QuestionDocument, KV.AnswerDocument, KV.DelayNotice, KV.Notice),
    columns=(
        key_column("document", "stuk", "document"),
        class_column("class", "klasse", "class"),
        concept_column("kind", ELI.work_type, "soort stuk", "kind of paper"),
        concept_column("text_state", KV.textState, "tekststand", "state of the text"),
        day_column("date", ELI.date_document, "dag", "date"),
        text_column("title", DCT.title, "korte titel", "short title"),
        text_column(
            "full_title", ELI.title, "volledige titel", "full title", subject="{+document}/nld",
        ),
        text_column("abstract", DCT.abstract, "samenvatting", "abstract"),
        text_column("citation", DCT.bibliographicCitation, "aanhaling", "citation"),
        lines_column(
            "topics_as_printed", KV.topicsAsInSource, "onderwerpen als gedrukt",
            "topics as printed",
        ),
        lines_column(
            "see_also_as_printed", KV.seeAlsoAsInSource, "zie ook, als gedrukt",
            "see also, as printed",
        ),
        text_column("text", KV.text, "tekst van een mededeling", "text of a notice"),
        MARKUP,
        JOINED_TEXT,
        text_column("delay_reason", KV.delayReason, "reden van uitstel", "reason for the delay"),
        day_column("announced_day", KV.announcedDay, "aangekondigde dag", "announced date"),
        text_column(
            "announced_day_as_printed", KV.announcedDayAsInSource,
            "aangekondigde dag, als gedrukt", "announced date, as printed",
        ),
    ),
)  # fmt: skip
DOCUMENTS_CASES = TableSchema(
    name="documents_cases", nl="Zaken van stukken", en="Cases of documents",
    classes=DOCUMENTS.classes, row_per="case",
    columns=(_DOCUMENT, link_column("case", KV.concernsDossier, "zaak", "case", table="cases")),
)  # fmt: skip
DOCUMENTS_IDENTIFIERS = TableSchema(
    name="documents_identifiers", nl="Nummers van stukken", en="Identifiers of documents",
    classes=DOCUMENTS.classes, row_per="identifier",
    columns=(_DOCUMENT, value_column("identifier", DCT.identifier, "nummer", "identifier")),
)  # fmt: skip
DOCUMENTS_TOPICS = TableSchema(
    name="documents_topics", nl="Onderwerpen van stukken", en="Topics of documents",
    classes=DOCUMENTS.classes, row_per="topic",
    columns=(_DOCUMENT, link_column("topic", ELI.is_about, "onderwerp", "topic", table="concepts")),
)  # fmt: skip
DOCUMENTS_SOURCES = TableSchema(
    name="documents_sources", nl="Bronnen van stukken", en="Sources of documents",
    classes=DOCUMENTS.classes, row_per="source",
    columns=(
        _DOCUMENT,
        link_column("source", PROV.wasDerivedFrom, "bron", "source", table="sources"),
    ),
)  # fmt: skip
