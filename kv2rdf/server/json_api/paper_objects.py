"""The JSON objects of papers, questions, answers, footnotes, notices and findings."""

from kv2rdf.query.case_view.case_view import NoticeView
from kv2rdf.query.case_view.documents import DocumentView, FindingView
from kv2rdf.query.case_view.parts import NoteView, PartView
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, KV
from kv2rdf.server.json_api.object_schema import (
    ADDRESS,
    ADDRESSES,
    DAY,
    TEXT,
    TEXTS,
    ObjectSchema,
    SchemaMember,
    address_term,
    concept_term,
    day_term,
    dutch_term,
    json_day,
    or_null,
)
from kv2rdf.server.json_api.thing_object import THING

# fmt: off
PAPER: ObjectSchema[DocumentView] = ObjectSchema(
    "Paper",
    "The content of one publication.",
    (
        SchemaMember("address", ADDRESS, "The address of the paper.", lambda p: p.address, "@id"),
        SchemaMember("kind", TEXT, "The kind of paper, such as vraag, antwoord or mededeling.",
            lambda p: p.kind, concept_term(ELI.work_type)),
        SchemaMember("date", or_null(DAY), "The date of the paper.", lambda p: json_day(p.day),
            day_term(ELI.date_document)),
        SchemaMember("identifiers", TEXTS, "The identifiers of the paper.",
            lambda p: p.identifiers, DCT.identifier),
        SchemaMember("about_cases", ADDRESSES, "The cases that the paper is about.",
            lambda p: p.cases, address_term(KV.concernsDossier)),
        SchemaMember("official_pages", ADDRESSES, "The official pages of the paper.",
            lambda p: p.pages),
    ),
)
PART: ObjectSchema[PartView] = ObjectSchema(
    "Part",
    "A question, an answer or an explanation.",
    (
        SchemaMember("address", ADDRESS, "The address of the part.", lambda p: p.address, "@id"),
        SchemaMember("class", {"enum": ["Question", "Answer", "Explanation"]},
            "The class of the part in RDF.", lambda p: p.kind, "@type"),
        SchemaMember("paper", ADDRESS, "The paper that contains it.", lambda p: p.document,
            address_term(ELI.is_part_of)),
        SchemaMember("number", or_null(TEXT), "The number as printed.", lambda p: p.number,
            ELI.number),
        SchemaMember("text", TEXT, "The text as printed, with line feeds between paragraphs.",
            lambda p: p.text, dutch_term(KV.text)),
        SchemaMember("joined_text", or_null(TEXT),
            "The text with its broken words joined; null if no words are broken.",
            lambda p: p.joined_text, dutch_term(KV.joinedText)),
        SchemaMember("answers_to", ADDRESSES, "The questions or papers that an answer replies to.",
            lambda p: p.answers_to, address_term(ELIDL.answers_to)),
        SchemaMember("refers_to_answer", ADDRESSES, "The answers that an answer refers to.",
            lambda p: p.referred_parts, address_term(KV.refersToAnswer)),
        SchemaMember("footnotes", ADDRESSES, "The footnotes whose marks are in the text.",
            lambda p: p.notes, address_term(KV.hasFootnote)),
    ),
)
NOTE: ObjectSchema[NoteView] = ObjectSchema(
    "Footnote",
    "A footnote.",
    (
        SchemaMember("address", ADDRESS, "The address of the footnote.", lambda n: n.address,
            "@id"),
        SchemaMember("paper", ADDRESS, "The paper that contains it.", lambda n: n.document,
            address_term(ELI.is_part_of)),
        SchemaMember("number", TEXT, "The number as printed.", lambda n: n.number, ELI.number),
        SchemaMember("text", or_null(TEXT), "The text; null if the source contains only its mark.",
            lambda n: n.text, dutch_term(KV.text)),
        SchemaMember("joined_text", or_null(TEXT),
            "The text with its broken words joined; null if no words are broken.",
            lambda n: n.joined_text, dutch_term(KV.joinedText)),
        SchemaMember("media", THING.list_of, "The media that the footnote cites.",
            lambda n: THING.contents(n.media), address_term(KV.citedMedium)),
        SchemaMember("cited", ADDRESSES, "The papers that the footnote cites.",
            lambda n: n.cited, address_term(ELI.refers_to)),
        SchemaMember("web_pages", ADDRESSES, "The web pages that the footnote names.",
            lambda n: n.web_pages, address_term(DCT.references)),
    ),
)
NOTICE: ObjectSchema[NoticeView] = ObjectSchema(
    "Notice",
    "A notice, such as a notice that the answer will be late.",
    (
        SchemaMember("address", ADDRESS, "The address of the notice.", lambda n: n.address,
            "@id"),
        SchemaMember("class", {"enum": ["Notice", "DelayNotice"]},
            "The class of the notice in RDF.", lambda n: n.kind, "@type"),
        SchemaMember("date", or_null(DAY), "The date of the notice.", lambda n: json_day(n.day),
            day_term(ELI.date_document)),
        SchemaMember("text", or_null(TEXT),
            "The text as printed, with line feeds between paragraphs.",
            lambda n: n.text, dutch_term(KV.text)),
        SchemaMember("joined_text", or_null(TEXT),
            "The text with its broken words joined; null if no words are broken.",
            lambda n: n.joined_text, dutch_term(KV.joinedText)),
    ),
)
FINDING: ObjectSchema[FindingView] = ObjectSchema(
    "Finding",
    "A remark about the data, such as a gap in the source or a repair.",
    (
        SchemaMember("rule", TEXT, "The rule by which the remark was made.", lambda f: f.rule),
        SchemaMember("about", ADDRESSES, "The entities that the remark is about.",
            lambda f: f.about),
        SchemaMember("place", or_null(TEXT), "The place in the source.", lambda f: f.place),
        SchemaMember("text", or_null(TEXT), "The words quoted from the source.", lambda f: f.text),
    ),
)
# fmt: on
