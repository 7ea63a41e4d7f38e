"""The tables of the parts of documents: questions, answers, explanations and footnotes."""

from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV
from kv2rdf.tables.columns import (
    day_column,
    inverse_column,
    key_column,
    link_column,
    number_column,
    text_column,
    value_column,
)
from kv2rdf.tables.schema import TableSchema

_DOCUMENT = link_column("document", ELI.is_part_of, "stuk", "document", table="documents")
_NUMBER = value_column("number", ELI.number, "nummer als gedrukt", "number as printed")
_ORDINAL = number_column("ordinal", KV.ordinal, "plaats in het stuk", "position in the document")
_TEXT = text_column("text", KV.text, "tekst", "text")
MARKUP = value_column("markup", KV.markup, "opmaak", "markup", datatype="xml")
JOINED_TEXT = text_column(
    "joined_text", KV.joinedText, "tekst met woorden aaneen", "text with words joined"
)
_NOTE = key_column("note", "noot", "note", table="notes")

QUESTIONS = TableSchema(
    name="questions", nl="Vragen", en="Questions", classes=(KV.Question,),
    columns=(
        key_column("question", "vraag", "question"),
        _DOCUMENT,
        link_column(
            "case", KV.concernsDossier, "zaak", "case", subject="{+document}", table="cases",
        ),
        _NUMBER, _ORDINAL, _TEXT, MARKUP, JOINED_TEXT,
    ),
)  # fmt: skip
ANSWERS = TableSchema(
    name="answers", nl="Antwoorden", en="Answers", classes=(KV.Answer,),
    columns=(
        key_column("answer", "antwoord", "answer"),
        _DOCUMENT, _NUMBER, _ORDINAL, _TEXT, MARKUP, JOINED_TEXT,
    ),
)  # fmt: skip
ANSWERS_QUESTIONS = TableSchema(
    name="answers_questions", nl="Welk antwoord op welke vraag",
    en="Answers and the questions that they answer", classes=(KV.Answer,), row_per="question",
    value_pattern=r"/vraag/[^/]+$",
    columns=(
        key_column("answer", "antwoord", "answer", table="answers"),
        link_column("question", ELIDL.answers_to, "vraag", "question", table="questions"),
    ),
)  # fmt: skip
ANSWERS_DOCUMENTS = TableSchema(
    name="answers_documents", nl="Antwoorden die door geen nummer bij een vraag horen",
    en="Answers that could not be linked to a question by number", classes=(KV.Answer,),
    row_per="document", value_pattern=r"/kv/[^/]+$",
    columns=(
        key_column("answer", "antwoord", "answer", table="answers"),
        link_column(
            "document", ELIDL.answers_to, "stuk met de vragen", "document with the questions",
            table="documents",
        ),
    ),
)  # fmt: skip
ANSWERS_ANSWERS = TableSchema(
    name="answers_answers", nl="Antwoorden die naar een antwoord verwijzen",
    en="Answers that refer to another answer", classes=(KV.Answer,), row_per="refers_to",
    columns=(
        key_column("answer", "antwoord", "answer", table="answers"),
        link_column("refers_to", KV.refersToAnswer, "verwijst naar", "refers to", table="answers"),
    ),
)  # fmt: skip
EXPLANATIONS = TableSchema(
    name="explanations", nl="Toelichtingen", en="Explanations", classes=(KV.Explanation,),
    columns=(
        key_column("explanation", "toelichting", "explanation"),
        _DOCUMENT, _ORDINAL, _TEXT, MARKUP, JOINED_TEXT,
    ),
)  # fmt: skip
NOTES = TableSchema(
    name="notes", nl="Voetnoten", en="Footnotes", classes=(KV.Footnote,),
    columns=(
        key_column("note", "noot", "note"),
        _DOCUMENT, _NUMBER, _ORDINAL, _TEXT, MARKUP, JOINED_TEXT,
        day_column(
            "cited_day", KV.citedDay, "dag van het aangehaalde", "date of the cited publication",
        ),
        value_column(
            "cited_title", KV.citedTitle, "titel van het aangehaalde",
            "title of the cited publication",
        ),
    ),
)  # fmt: skip
NOTES_MEDIA = TableSchema(
    name="notes_media", nl="Media die noten noemen", en="Media that footnotes name",
    classes=(KV.Footnote,), row_per="medium",
    columns=(_NOTE, link_column("medium", KV.citedMedium, "medium", "medium", table="concepts")),
)  # fmt: skip
NOTES_PAPERS = TableSchema(
    name="notes_papers", nl="Kamerstukken die noten noemen",
    en="Parliamentary papers that footnotes name", classes=(KV.Footnote,), row_per="paper",
    columns=(_NOTE, value_column("paper", KV.citedPaper, "Kamerstuk", "parliamentary paper")),
)  # fmt: skip
NOTES_REFERENCES = TableSchema(
    name="notes_references", nl="Stukken in het Aanhangsel die noten noemen",
    en="Papers in the Aanhangsel that footnotes refer to", classes=(KV.Footnote,),
    row_per="refers_to",
    columns=(_NOTE, link_column("refers_to", ELI.refers_to, "verwijst naar", "refers to")),
)  # fmt: skip
NOTES_PAGES = TableSchema(
    name="notes_pages", nl="Pagina's op het web die noten noemen",
    en="Web pages that footnotes name", classes=(KV.Footnote,), row_per="page",
    columns=(_NOTE, link_column("page", DCT.references, "pagina", "page")),
)  # fmt: skip
MARKS = TableSchema(
    name="marks", nl="Verwijzingen naar een noot", en="Footnote marks",
    classes=(KV.FootnoteMark,),
    columns=(
        key_column("mark", "nootverwijzing", "mark"),
        inverse_column(
            "part", KV.hasMark, "vraag, antwoord of toelichting", "question, answer or explanation",
        ),
        link_column("note", KV.markOf, "noot", "note", table="notes"),
        number_column("offset", KV.offset, "tekens ervoor", "offset in characters"),
    ),
)  # fmt: skip
