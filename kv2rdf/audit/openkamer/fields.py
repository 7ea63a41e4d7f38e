"""The fields of an openkamer page, and how each is compared with the graph."""

from kv2rdf.audit.kvr.comparison import Comparison, Field

_PERSON = ("asInSource", "officeAsInSource")

PAGE_FIELDS = {
    "page/case": Field(Comparison.FACT, "the number of the case", terms=("process_id",)),
    "page/title": Field(Comparison.FACT, "the short title", terms=("title",)),
    "page/Ingediend": Field(Comparison.DATE, "the date of tabling"),
    "page/Beantwoord": Field(Comparison.DATE, "the date of the answer"),
    "page/dagen": Field(
        Comparison.FACT, "a number of days that does not agree with the two dates", terms=()
    ),
    "page/Indieners": Field(Comparison.FACT, "an asker", terms=_PERSON),
    "page/Beantwoord door": Field(Comparison.FACT, "a person who answers", terms=_PERSON),
    "page/Onderwerpen": Field(Comparison.FACT, "the topics", terms=("topicsAsInSource",)),
    "page/Bron": Field(Comparison.IGNORED, "an address, which is not a literal of the graph"),
    "page/nummer": Field(
        Comparison.FACT, "the number of a document", terms=("identifier", "process_id")
    ),
    "page/Volledige titel": Field(Comparison.FACT, "the full title", terms=("title",)),
    "page/vraag": Field(Comparison.PROSE, "the text of a question"),
    "page/vraag/nummer": Field(Comparison.NUMBER, "the number of a question"),
    "page/antwoord": Field(Comparison.PROSE, "the text of an answer"),
    "page/noot": Field(Comparison.NUMBER, "a footnote mark"),
    "page/mededeling": Field(Comparison.PROSE, "the text of a notice"),
    "page/mededeling/datum": Field(Comparison.DATE, "the date of a notice"),
}
