"""The fields of official metadata, and how each is compared with the graph."""

from kv2rdf.audit.kvr.comparison import Comparison, Field

OTHER_FIELD = "metadata/other"
"""The name that represents all fields that are not in ``METADATA_FIELDS``."""

_DAY = ("date_document", "activity_date")
_ON_LINE = "about the publication on line, not about the paper"
_USUAL = "the same for all papers: a paper that says something else is held back"
_OF_PERSON_WHO_REPLIES = ("antwoordgever", "mededeler", "geadresseerde")


def _value(description: str, *terms: str) -> Field:
    return Field(Comparison.VALUE, description, terms=terms)


METADATA_FIELDS: dict[str, Field] = {
    "metadata/identifier": _value("the identifier of the paper", "identifier"),
    "metadata/title": _value("the title", "title"),
    "metadata/day in the title": _value("the date of tabling in the title", *_DAY),
    "metadata/type": Field(Comparison.STATED_KIND, "the kind of the paper", terms=("work_type",)),
    "metadata/indiener": _value("an asker", "indiener"),
    "metadata/ontvanger": _value("a person who is asked or replies", *_OF_PERSON_WHO_REPLIES),
    "metadata/vergaderjaar": _value("the session", "sessionYear"),
    "metadata/vraagnummer": _value("the number of the case", "identifier", "process_id"),
    "metadata/aanhangselnummer": _value("the session and number of a reply", "identifier"),
    "metadata/aanhangsel": _value("the identifier of the reply", "identifier"),
    "metadata/issued": _value("the date of the paper", *_DAY),
    "metadata/datumindiening": _value("the date of tabling", *_DAY),
    "metadata/datumontvangst": _value("the date of the reply", *_DAY),
    "metadata/category": _value("a topic, with the main topic", "topicsAsInSource"),
    "metadata/documentstatus": _value("the status of a provisional paper"),
    OTHER_FIELD: _value("a field for which there is no property"),
} | {
    f"metadata/{name}": Field(Comparison.IGNORED, description)
    for description, names in (
        ("the chamber, which is part of addresses and numbers", ("creator",)),
        ("whether the paper has a reply, which its identifier says too", ("publicationname",)),
        (_USUAL, ("language", "organisationtype")),
        (_ON_LINE, ("modified", "available", "doctype", "configuratie")),
    )
    for name in names
}
"""Maps ``metadata/`` plus the name of each field, in lower case, to the field."""
