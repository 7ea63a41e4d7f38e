"""Findings whose text is no text of a paper, and so is not looked up as one."""

from collections.abc import Iterable

from kv2rdf.audit.kvr.text import Piece
from kv2rdf.audit.matching.spans import bare

ASKERS = "indiener-uit-titel"
"""The rule of the finding with the names of the askers as the edition lists them."""

NOT_COMPARED = {
    "zaak-volgens-genoemd-nummer": "the number of another case, which this paper may not print",
    "zaak-volgens-titel": "the number of the case, which this paper does not print",
    "zaak-volgens-verwijzing": "the number of the case, which this paper does not print",
    "zaak-volgens-volgende-reeks": "the number of another case, which this paper may not print",
    "zaak-volgens-vragen": "the number of the case, which this paper does not print",
}
"""Rules of findings whose text no source prints, each with the reason."""

_ASKER = "kvr/meta/vraagdata/vrager"
_PARTY = f"{_ASKER}/@partij"


def is_ours(rule: str) -> bool:
    """Tell whether the text of a finding is a fact, and no text of a paper."""
    return rule == ASKERS or rule in NOT_COMPARED


def as_meant(printed: str) -> str:
    """Give words that were read in the wrong code page (``FinanciÃ«n``) as they were meant."""
    try:
        return printed.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return printed


def lists_askers(words: str, pieces: Iterable[Piece]) -> bool:
    """Tell whether words are the names that a document lists of its askers, all of them.

    The party of each stands behind it in brackets.
    """
    listed: list[str] = []
    party = ""
    for piece in pieces:
        if piece.place == _PARTY:
            party = f"({bare(piece.text)})"
        elif piece.place == _ASKER:
            listed.append(bare(as_meant(piece.text)) + party)
            party = ""
    return words == ",".join(listed)
