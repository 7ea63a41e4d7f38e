"""The fields of an official paper in XML, and how each is compared with the graph."""

from kv2rdf.audit.kvr.comparison import Comparison, Field

_OFFICE = ("asInSource", "officeAsInSource", "ministryAsInSource")
_SEAT = "said by the address of each paper, and by kv:chamber"

OFFICIAL_FIELDS = {
    "official/identifier": Field(
        Comparison.FACT, "the identifier of the paper", terms=("identifier", "process_id")
    ),
    "official/vergaderjaar": Field(Comparison.IGNORED, "the session, which is part of addresses"),
    "official/kameraanduiding": Field(Comparison.IGNORED, _SEAT),
    "official/kamernummer": Field(Comparison.IGNORED, _SEAT),
    "official/documenttype": Field(Comparison.IGNORED, "the heading of the printed page"),
    "official/overig": Field(Comparison.IGNORED, "the heading of the printed page"),
    "official/kamervraagnummer": Field(
        Comparison.FACT, "the number of the paper", terms=("identifier", "process_id")
    ),
    "official/vragen": Field(Comparison.FACT, "the description of questions", terms=("title",)),
    "official/indiener": Field(Comparison.FACT, "an asker", terms=("asInSource",)),
    "official/partij": Field(
        Comparison.FACT, "the party of an asker", terms=("partyAsInSource",)
    ),
    "official/ingezonden": Field(Comparison.DATE, "the date of tabling"),
    "official/reactie": Field(Comparison.FACT, "the description of a reply", terms=("title",)),
    "official/antwoordgever": Field(Comparison.FACT, "a person who replies", terms=_OFFICE),
    "official/ontvangen": Field(Comparison.DATE, "the date of the reply"),
    "official/zie ook": Field(Comparison.PROSE, "the reference to other papers"),
    "official/vraag": Field(Comparison.PROSE, "the text of a question"),
    "official/vraag/nr": Field(Comparison.NUMBER, "the number of a question"),
    "official/antwoord": Field(Comparison.PROSE, "the text of an answer"),
    "official/antwoord/nr": Field(Comparison.NUMBER, "the number of an answer"),
    "official/nr": Field(
        Comparison.FACT, "the number of a part without text, or one that cannot be read"
    ),
    "official/vergjaar": Field(Comparison.IGNORED, "the session, which is part of addresses"),
    "official/ordernr": Field(Comparison.IGNORED, "the number of an order to the printer"),
    "official/zaaknummer": Field(
        Comparison.FACT, "the number of the case", terms=("identifier", "process_id")
    ),
    "official/toelichting": Field(Comparison.PROSE, "the text of an explanation"),
    "official/opmerking": Field(Comparison.PROSE, "the text of a notice"),
    "official/los": Field(Comparison.PROSE, "text outside the parts, which a finding quotes"),
    "official/noot": Field(Comparison.PROSE, "the text of a footnote"),
    "official/noot/nr": Field(Comparison.NUMBER, "the number of a footnote"),
    "official/illustratie": Field(Comparison.FACT, "the name of an image, kept in a finding"),
}  # fmt: skip
