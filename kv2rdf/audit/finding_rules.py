"""The rules of findings whose text is a single value, not compared as running text."""

import re
from collections.abc import Iterable

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import without_space

ASKERS_RULE = "indiener-uit-titel"
"""The rule of a finding that quotes the list of askers."""

QUOTED_FIELDS = {
    "onderwerp-uit-titel": "kvr/meta/vraagdata/@onderwerp",
    "tekst-in-geadresseerde": "kvr/meta/vraagdata/vraagt-aan",
}
"""Maps a rule to the field that is quoted as a whole by the findings with this rule."""

OFFICERS_RULES = {"antwoordgever-uit-opschrift", "antwoordgever-volgens-record"}
"""The rules of findings that quote the fields with the names or offices of those who reply."""

NOT_COMPARED_RULES = {
    "adres-onbruikbaar": "an address in a field that is not compared",
    "soort-niet-eenduidig": "the kind of a paper, which the paper may not print in these words",
    "vindplaats-verkeerd-gedrukt": "the item Vindplaats, which is not compared",
    "zaak-onder-twee-nummers": "the other number of the case, which this source does not print",
    "zaak-volgens-genoemd-nummer": "the number of another case, which this paper may not print",
    "zaak-volgens-titel": "the number of the case, which this paper does not print",
    "zaak-volgens-verwijzing": "the number of the case, which this paper does not print",
    "zaak-volgens-volgende-reeks": "the number of another case, which this paper may not print",
    "zaak-volgens-vragen": "the number of the case, which this paper does not print",
}
"""The rules of findings whose text need not be printed, each with an explanation of the text."""

MISPRINTED_DATE_RULE = "dag-verkeerd-gedrukt"
"""The rule of a finding that quotes a date for which a table gives another date."""

_ASKER = "kvr/meta/vraagdata/vrager"
_PARTY = f"{_ASKER}/@partij"
_ANSWERER = "kvr/meta/antwoorddata/antwoorder"
_OFFICER_FIELDS = {
    _ANSWERER,
    f"{_ANSWERER}/@functie",
    f"{_ANSWERER}/@ministerie",
    "kvr/mededeling/@mededeler",
    "kvr/mededeling/@functie",
    "kvr/mededeling/@afdeling",
    "kvr/meta/metadata/item[Beantwoorder]",
    "kvr/meta/metadata/item[Beantwoorder]/persoon",
}

_MISREAD = re.compile(r"[\xc2-\xf4][^\x00-\x7f]|\.Â[A-Z]")
"""Matches the first two bytes of a letter in UTF-8 that were decoded one by one, or "M.ÂB."."""


def is_fact_rule(rule: str) -> bool:
    """Whether the text of findings with this rule is a fact instead of running text."""
    return (
        rule == ASKERS_RULE
        or rule in OFFICERS_RULES
        or rule in QUOTED_FIELDS
        or rule in NOT_COMPARED_RULES
    )


def with_encoding_repaired(text: str) -> str:
    """Return a text with its encoding repaired if UTF-8 was decoded as cp1252 (``FinanciÃ«n``).

    A byte that cp1252 does not define may have become a control character. The first byte of a
    space, before initials, may have lost the second (``M.ÂB.``). Other text is returned unchanged.
    """
    if not _MISREAD.search(text):
        return text
    pages = ("latin-1" if 0x80 <= ord(letter) < 0xA0 else "cp1252" for letter in text)
    try:
        return b"".join(map(str.encode, text, pages)).decode("utf-8")
    except UnicodeError:
        return re.sub(r"\.Â([A-Z])", r".\1", text)


def is_list_of_askers(text: str, field_texts: Iterable[FieldText]) -> bool:
    """Whether ``text`` is the list of all askers of a document, as in ``Jansen(ABC),DeVries``.

    The name of an asker is followed by the party in brackets if the document contains the party.
    """
    askers: list[str] = []
    party = ""
    for field_text in field_texts:
        if field_text.field == _PARTY:
            party = f"({without_space(field_text.text)})"
        elif field_text.field == _ASKER:
            askers.append(without_space(with_encoding_repaired(field_text.text)) + party)
            party = ""
    return text == ",".join(askers)


def is_quoted_field(text: str, rule: str, field_texts: Iterable[FieldText]) -> bool:
    """Whether ``text`` is a whole field that findings with this rule quote."""
    return any(
        field_text.field == QUOTED_FIELDS[rule] and without_space(field_text.text) == text
        for field_text in field_texts
    )


def is_list_of_officer_fields(text: str, field_texts: Iterable[FieldText]) -> bool:
    """Whether ``text`` consists of values of fields that name those who reply, separated by commas.

    The values may be in any order and may themselves contain commas.
    """
    values = {
        value
        for field_text in field_texts
        if field_text.field in _OFFICER_FIELDS
        for value in (
            without_space(field_text.text),
            without_space(with_encoding_repaired(field_text.text)),
        )
        if value
    }
    starts = [0]
    for start in starts:
        for value in values:
            end = start + len(value)
            if not text.startswith(value, start):
                continue
            if end == len(text):
                return True
            if text[end] == "," and end + 1 not in starts:
                starts.append(end + 1)
    return False
