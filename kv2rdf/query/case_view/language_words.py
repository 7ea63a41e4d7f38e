"""The words of a case page that are not from the papers, in Dutch and in English."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WORDS: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType({
    "nl": MappingProxyType({
        "Question": "Vraag", "Answer": "Antwoord", "Explanation": "Toelichting",
        "DelayNotice": "Bericht van uitstel", "Notice": "Mededeling", "Notes": "Noten",
        "case": "Zaak", "chamber": "Kamer", "indiener": "Gesteld door",
        "geadresseerde": "Gericht aan", "antwoordgever": "Beantwoord door",
        "mede-namens": "Mede namens", "mededeler": "Meegedeeld door", "tabled": "Ingediend",
        "due": "Uiterlijk", "answered": "Beantwoord", "state": "Stand", "topics": "Onderwerpen",
        "pages": "Officiële pagina", "address": "Adres", "days": "na {days} dagen",
        "late": "te laat", "in time": "op tijd", "openstaand": "nog niet beantwoord",
        "uitgesteld": "uitgesteld", "ingetrokken": "ingetrokken", "beantwoord": "beantwoord",
        "afgedaan": "afgedaan", "no note": "de bron drukt alleen het teken",
        "no answer": "Er is geen antwoord in deze release.",
        "alleen-gegevens": "Van deze vragen zijn alleen de gegevens bekend, niet de tekst.",
        "to all": "Antwoord op alle vragen", "refers": "verwijst naar antwoord {numbers}",
    }),
    "en": MappingProxyType({
        "Question": "Question", "Answer": "Answer", "Explanation": "Explanation",
        "DelayNotice": "Notice of delay", "Notice": "Notice", "Notes": "Notes",
        "case": "Case", "chamber": "Chamber", "indiener": "Asked by",
        "geadresseerde": "Addressed to", "antwoordgever": "Answered by",
        "mede-namens": "Also on behalf of", "mededeler": "Announced by", "tabled": "Tabled",
        "due": "Due", "answered": "Answered", "state": "State", "topics": "Topics",
        "pages": "Official page", "address": "Address", "days": "after {days} days",
        "late": "late", "in time": "in time", "openstaand": "not answered yet",
        "uitgesteld": "delayed", "ingetrokken": "withdrawn", "beantwoord": "answered",
        "afgedaan": "settled", "no note": "the source has only the mark",
        "no answer": "There are no answers in this release.",
        "alleen-gegevens": "Only the data of these questions is known, not their text.",
        "to all": "Answer to all questions", "refers": "refers to answer {numbers}",
    }),
})  # fmt: skip
"""The words of each language. Both have the same keys, some of which are names of concepts."""
