"""The tables of cases, of documents, and of what is printed in them."""

from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV, PROV
from kv2rdf.tables.columns import (
    Table,
    a,
    address,
    coded,
    day,
    lines,
    number,
    own,
    sort,
    truth,
    words,
)

_TABLING, _FIRST_ANSWER = "{+case}#indiening", "{+case}#beantwoording-1"

_CASE = own("case", "zaak", "case", to="cases")
_DOCUMENT = own("document", "stuk", "document", to="documents")
_NOTE = own("note", "noot", "note", to="notes")
_IN = address("document", ELI.is_part_of, "stuk", "document", to="documents")
_NUMBER = a("number", ELI.number, "nummer als gedrukt", "number as printed")
_ORDINAL = number("ordinal", KV.ordinal, "plaats in het stuk", "place in the document")
_TEXT = words("text", KV.text, "tekst", "text")
_JOINED = words("joined_text", KV.joinedText, "tekst met woorden aaneen", "text with words joined")

CASES = Table(
    name="cases", nl="Zaken", en="Cases", classes=(KV.Dossier,),
    columns=(
        own("case", "zaak", "case"),
        a("number", ELIDL.process_id, "nummer", "number"),
        words("title", DCT.title, "titel", "title"),
        address("chamber", KV.chamber, "Kamer", "chamber"),
        a("session_year", KV.sessionYear, "vergaderjaar", "session year"),
        coded("state", KV.state, "stand van zaken", "state"),
        address("question_document", ELIDL.created_a_realization_of, "stuk met de vragen",
                "document with the questions", of=_TABLING, to="documents"),
        day("tabled_on", ELIDL.activity_date, "dag van indiening", "day of tabling", of=_TABLING),
        day("answered_on", ELIDL.activity_date, "dag van het eerste antwoord",
            "day of the first answer", of=_FIRST_ANSWER),
        day("answer_due", KV.answerDue, "antwoord uiterlijk op", "answer due on"),
        words("answer_term", KV.answerTerm, "termijn", "term for answering"),
        number("days_to_answer", KV.daysToAnswer, "dagen tot het antwoord", "days to the answer"),
        truth("answered_in_time", KV.answeredInTime, "op tijd beantwoord", "answered in time"),
    ),
)  # fmt: skip
CASES_IDENTIFIERS = Table(
    name="cases_identifiers", nl="Nummers van zaken", en="Identifiers of cases",
    classes=(KV.Dossier,), each="identifier",
    columns=(_CASE, a("identifier", DCT.identifier, "nummer", "identifier")),
)  # fmt: skip
DOCUMENTS = Table(
    name="documents", nl="Stukken", en="Documents",
    classes=(KV.QuestionDocument, KV.AnswerDocument, KV.DelayNotice, KV.Notice),
    columns=(
        own("document", "stuk", "document"),
        sort("class", "klasse", "class"),
        coded("kind", ELI.work_type, "soort stuk", "kind of paper"),
        day("date", ELI.date_document, "dag", "day"),
        words("title", DCT.title, "korte titel", "short title"),
        words("full_title", ELI.title, "volledige titel", "full title", of="{+document}/nld"),
        words("abstract", DCT.abstract, "samenvatting", "abstract"),
        lines("topics_as_printed", KV.topicsAsInSource, "onderwerpen als gedrukt",
              "topics as printed"),
        lines("see_also_as_printed", KV.seeAlsoAsInSource, "zie ook, als gedrukt",
              "see also, as printed"),
        words("text", KV.text, "tekst van een mededeling", "text of a notice"),
        _JOINED,
        words("delay_reason", KV.delayReason, "reden van uitstel", "reason for the delay"),
    ),
)  # fmt: skip
DOCUMENTS_CASES = Table(
    name="documents_cases", nl="Zaken van stukken", en="Cases of documents",
    classes=DOCUMENTS.classes, each="case",
    columns=(_DOCUMENT, address("case", KV.concernsDossier, "zaak", "case", to="cases")),
)  # fmt: skip
DOCUMENTS_IDENTIFIERS = Table(
    name="documents_identifiers", nl="Nummers van stukken", en="Identifiers of documents",
    classes=DOCUMENTS.classes, each="identifier",
    columns=(_DOCUMENT, a("identifier", DCT.identifier, "nummer", "identifier")),
)  # fmt: skip
DOCUMENTS_TOPICS = Table(
    name="documents_topics", nl="Onderwerpen van stukken", en="Topics of documents",
    classes=DOCUMENTS.classes, each="topic",
    columns=(_DOCUMENT, address("topic", ELI.is_about, "onderwerp", "topic", to="concepts")),
)  # fmt: skip
DOCUMENTS_SOURCES = Table(
    name="documents_sources", nl="Bronnen van stukken", en="Sources of documents",
    classes=DOCUMENTS.classes, each="source",
    columns=(_DOCUMENT, address("source", PROV.wasDerivedFrom, "bron", "source", to="sources")),
)  # fmt: skip
QUESTIONS = Table(
    name="questions", nl="Vragen", en="Questions", classes=(KV.Question,),
    columns=(
        own("question", "vraag", "question"),
        _IN,
        address("case", KV.concernsDossier, "zaak", "case", of="{+document}", to="cases"),
        _NUMBER, _ORDINAL, _TEXT, _JOINED,
    ),
)  # fmt: skip
ANSWERS = Table(
    name="answers", nl="Antwoorden", en="Answers", classes=(KV.Answer,),
    columns=(own("answer", "antwoord", "answer"), _IN, _NUMBER, _ORDINAL, _TEXT, _JOINED),
)  # fmt: skip
ANSWERS_QUESTIONS = Table(
    name="answers_questions", nl="Welk antwoord op welke vraag",
    en="Which answer to which question", classes=(KV.Answer,), each="question",
    among=r"/vraag/[^/]+$",
    columns=(
        own("answer", "antwoord", "answer", to="answers"),
        address("question", ELIDL.answers_to, "vraag", "question", to="questions"),
    ),
)  # fmt: skip
ANSWERS_DOCUMENTS = Table(
    name="answers_documents", nl="Antwoorden die door geen nummer bij een vraag horen",
    en="Answers that no number links to a question", classes=(KV.Answer,), each="document",
    among=r"/kv/[^/]+$",
    columns=(
        own("answer", "antwoord", "answer", to="answers"),
        address("document", ELIDL.answers_to, "stuk met de vragen", "document with the questions",
                to="documents"),
    ),
)  # fmt: skip
ANSWERS_ANSWERS = Table(
    name="answers_answers", nl="Antwoorden die naar een antwoord verwijzen",
    en="Answers that refer to another answer", classes=(KV.Answer,), each="refers_to",
    columns=(
        own("answer", "antwoord", "answer", to="answers"),
        address("refers_to", KV.refersToAnswer, "verwijst naar", "refers to", to="answers"),
    ),
)  # fmt: skip
EXPLANATIONS = Table(
    name="explanations", nl="Toelichtingen", en="Explanations", classes=(KV.Explanation,),
    columns=(own("explanation", "toelichting", "explanation"), _IN, _ORDINAL, _TEXT, _JOINED),
)  # fmt: skip
NOTES = Table(
    name="notes", nl="Voetnoten", en="Footnotes", classes=(KV.Footnote,),
    columns=(
        own("note", "noot", "note"), _IN, _NUMBER, _ORDINAL, _TEXT, _JOINED,
        day("cited_day", KV.citedDay, "dag van het aangehaalde", "day of what is cited"),
        a("cited_title", KV.citedTitle, "titel van het aangehaalde", "title of what is cited"),
    ),
)  # fmt: skip
NOTES_MEDIA = Table(
    name="notes_media", nl="Media die noten noemen", en="Media that footnotes name",
    classes=(KV.Footnote,), each="medium",
    columns=(
        _NOTE, address("medium", KV.citedMedium, "medium", "medium", to="concepts"),
    ),
)  # fmt: skip
NOTES_PAPERS = Table(
    name="notes_papers", nl="Kamerstukken die noten noemen",
    en="Parliamentary papers that footnotes name", classes=(KV.Footnote,), each="paper",
    columns=(_NOTE, a("paper", KV.citedPaper, "Kamerstuk", "parliamentary paper")),
)  # fmt: skip
NOTES_REFERENCES = Table(
    name="notes_references", nl="Stukken in het Aanhangsel en pagina's op het web die noten noemen",
    en="Papers in the Aanhangsel and pages on the web that footnotes refer to",
    classes=(KV.Footnote,), each="refers_to",
    columns=(_NOTE, address("refers_to", ELI.refers_to, "verwijst naar", "refers to")),
)  # fmt: skip
