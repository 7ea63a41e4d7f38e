"""The properties that lead from a source to its texts and facts in the graph."""

_KV = "https://w3id.org/kamervragen/def#"
_DCT = "http://purl.org/dc/terms/"
_ELI = "http://data.europa.eu/eli/ontology#"
_ELIDL = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"

WAS_DERIVED_FROM = "http://www.w3.org/ns/prov#wasDerivedFrom"
IS_PART_OF = f"{_ELI}is_part_of"
WORK_TYPE = f"{_ELI}work_type"
IS_REALIZED_BY = f"{_ELI}is_realized_by"
CREATED_A_REALIZATION_OF = f"{_ELIDL}created_a_realization_of"
ANSWERS_TO = f"{_ELIDL}answers_to"
CONSISTS_OF = f"{_ELIDL}consists_of"
HAD_ACTIVITY_TYPE = f"{_ELIDL}had_activity_type"
HAD_PARTICIPATION = f"{_ELIDL}had_participation"
CONCERNS = f"{_KV}concerns"
CONCERNS_DOSSIER = f"{_KV}concernsDossier"
PARTICIPATION_ROLE = f"{_ELIDL}participation_role"
STATE = f"{_KV}state"
NAME_FORM = f"{_KV}nameForm"
RULE = f"{_KV}rule"
IDENTIFIER = f"{_DCT}identifier"
SHA256 = f"{_KV}sha256"
IS_EXEMPLIFIED_BY = f"{_ELI}is_exemplified_by"
LISTED = "https://w3id.org/kamervragen/id/begrip/nummer-in-de-lijst"
"""The rule by which the page of a paper in a list of identifiers is included in a release."""

PROSE = (f"{_KV}text", f"{_KV}seeAlsoAsInSource")
"""The properties whose values are running text."""


def local_name(address: str) -> str:
    """Return the last segment of an address, such as ``number`` for ``…/ontology#number``."""
    return address.rpartition("#" if "#" in address else "/")[2]
