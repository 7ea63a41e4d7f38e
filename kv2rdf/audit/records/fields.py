"""The fields of a record of a case, and how each is compared.

The values of fields that are not in ``RECORD_FIELDS`` must be in a finding.
"""

from kv2rdf.audit.kvr.comparison import Comparison, Field

OTHER_FIELD = "zaak/other"
"""The name that represents all fields that are not in ``RECORD_FIELDS``."""

_DAY_OF_TABLING = ("date_document", "activity_date")
_REGISTRATION = "about the registration of the record, not about the case"
_COMMITTEES = "a committee, or what is registered about it"
_USUAL = "compared only if it is unusual, and then as another field"
_OF_DOCUMENT = "about the registration of the document"


def _values(terms: tuple[str, ...], description: str, *names: str) -> dict[str, Field]:
    field = Field(Comparison.VALUE, description, terms=terms)
    return {f"zaak/{name}": field for name in names}


def _ignored(description: str, *names: str) -> dict[str, Field]:
    return {f"zaak/{name}": Field(Comparison.IGNORED, description) for name in names}


RECORD_FIELDS: dict[str, Field] = (
    _values(("identifier", "process_id"), "the number of the case", "Nummer")
    | _values(("title",), "the subject of the case", "Onderwerp", "Titel")
    | _values(_DAY_OF_TABLING, "the date of tabling in the Netherlands", "GestartOp")
    | _values(("sessionYear",), "the session", "Vergaderjaar")
    | _values(("answerDue",), "the last day for the answer", "Termijn")
    | _values(("settled",), "whether the case is settled", "Afgedaan")
    | _values(("indiener",), "an asker, with the party", "asker")
    | _values(("geadresseerde",), "an addressee, with the office", "addressee")
    | _values(("partyAsInSource",), "the party of an asker", "ActorFractie")
    | _values(("officeAsInSource",), "the office of an addressee", "Functie")
    | _values((), "a person without a known relation", "actor")
    | _values(("identifier",), "the identifier of a paper", "Document/identifier")
    | _values(("identifier",), "the number of an answer", "Document/Aanhangselnummer")
    | _values(("title",), "the title of an answer", "Document/Onderwerp")
    | _values(_DAY_OF_TABLING, "the date of an answer in the Netherlands", "Document/Datum")
    | _values((), "a fact about a paper without a number", "Document/other")
    | _values((), "a field for which there is no property", "other")
    | _ignored(_REGISTRATION, "Id", "GewijzigdOp", "ApiGewijzigdOp", "_row", "_pickle")
    | _ignored(_USUAL, "Soort", "Status", "Organisatie", "Verwijderd", "Volgnummer", "GrootProject")
    | _ignored(_COMMITTEES, "Rapporteur", "Volgcommissie", "Voortouwcommissie")
    | _ignored("an address, which is not a literal of the graph", "@odata")
    | _ignored(_OF_DOCUMENT, "Document/DocumentNummer", "Document/Soort")
)
"""The fields of a record. The field of an actor's name is named after the role of the actor."""
