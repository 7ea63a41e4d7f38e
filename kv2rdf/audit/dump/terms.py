"""The few terms that lead from a source to the words that the graph has of it."""

_KV = "https://w3id.org/kamervragen/def#"
_DCT = "http://purl.org/dc/terms/"
_ELI = "http://data.europa.eu/eli/ontology#"
_ELIDL = "http://data.europa.eu/eli/eli-draft-legislation-ontology#"

DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"
PART_OF = f"{_ELI}is_part_of"
REALIZED = f"{_ELI}is_realized_by"
CREATED = f"{_ELIDL}created_a_realization_of"
CONSISTS_OF = f"{_ELIDL}consists_of"
TOOK_PART = f"{_ELIDL}had_participation"
CONCERNS = f"{_KV}concernsDossier"
TOLD_OF = f"{_KV}concerns"
NAME_FORM = f"{_KV}nameForm"
RULE = f"{_KV}rule"
PROSE = (f"{_KV}text", f"{_KV}seeAlsoAsInSource")
IDENTIFIER = f"{_DCT}identifier"
SHA256 = f"{_KV}sha256"


def local_name(address: str) -> str:
    """Give the last step of an address: ``number`` of ``…/ontology#number``."""
    return address.rpartition("#" if "#" in address else "/")[2]
