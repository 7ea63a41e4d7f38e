"""The kinds of gaps that can be listed by a query, and the patterns that find them."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

NO_ADDRESSEE: Final = "zaken-zonder-geadresseerde"
"""The gap of cases without an addressee. Only papers of later years usually name one."""

GAPS_IN_STATISTICS: Final[Mapping[str, str]] = MappingProxyType({
    "zaken-zonder-dag": "?thing a kv:Dossier . MINUS { ?thing dct:dateSubmitted ?day }",
    "zaken-zonder-vragen": "?thing a kv:QuestionDocument ; kv:textState c:alleen-gegevens .",
    "zaken-zonder-indiener": "?finding kv:rule c:indiener-ontbreekt ; kv:concerns ?thing .",
    NO_ADDRESSEE: (
        "?finding kv:rule c:geadresseerde-ontbreekt ; kv:concerns ?thing ."
    ),
    "antwoordstukken-zonder-dag": (
        "?thing a kv:AnswerDocument . MINUS { ?thing eli:date_document ?day }"
    ),
    "antwoordstukken-zonder-tekst": (
        "?finding kv:rule c:antwoordtekst-ontbreekt ; kv:concerns ?thing ."
        " ?thing a kv:AnswerDocument ."
    ),
    "antwoordstukken-zonder-antwoordgever": (
        "?finding kv:rule c:antwoordgever-ontbreekt ; kv:concerns ?thing ."
    ),
    "antwoorden-zonder-vraag": (
        "?thing a kv:Answer . MINUS { ?thing eli-dl:answers_to ?question ."
        " ?question a kv:Question }"
    ),
    "mededelingen-zonder-dag": "?thing a kv:Notice . MINUS { ?thing eli:date_document ?day }",
    "mededelingen-zonder-antwoord": (
        "GRAPH ?graph { ?thing a kv:Notice . ?graph foaf:primaryTopic ?case }"
        " MINUS { SELECT ?case WHERE { ?answer a kv:AnswerDocument ; kv:concernsDossier ?case } }"
    ),
    "noten-zonder-tekst": "?thing a kv:Footnote . MINUS { ?thing kv:text ?text }",
})  # fmt: skip
"""The patterns of the gaps that the statistics of a release count, by key. Each binds ?thing."""


@dataclass(frozen=True, slots=True)
class OwnGap:
    """A gap that is counted only for the page of gaps.

    ``part`` and ``whole`` are patterns that bind ?thing. ``part`` matches the entities with the
    gap, and ``whole`` also matches those without it.
    """

    key: str
    part: str
    whole: str


OWN_GAPS: Final = (
    OwnGap(
        "vraag-zonder-antwoord",
        "?thing a kv:Question . MINUS { ?answer eli-dl:answers_to ?thing }",
        "?thing a kv:Question .",
    ),
    OwnGap(
        "naam-zonder-persoon",
        "{ SELECT DISTINCT ?thing WHERE { ?case kv:askedBy ?thing } } ?thing a kv:NameForm .",
        "?case kv:askedBy ?thing .",
    ),
)
"""The questions without an answer, and the askers who are known only by a name form."""


def list_query(pattern: str) -> str:
    """Return the query that lists the entities that a pattern finds, without duplicates."""
    return f"SELECT DISTINCT ?thing WHERE {{\n  {pattern}\n}}\nORDER BY ?thing\n"


def findings_query(rule: str) -> str:
    """Return the query that lists the findings of a rule, and the entities that they are about."""
    found = f"?finding kv:rule c:{rule} ; kv:concerns ?thing"
    return f"SELECT ?thing ?finding {{ {found} }} ORDER BY ?thing ?finding"


def count_query() -> str:
    """Return the query that counts the matches of both patterns of each of ``OWN_GAPS``."""
    counts = " UNION ".join(
        f'{{ SELECT ("{gap.key}" AS ?gap) ("{name}" AS ?what) (COUNT(DISTINCT ?thing) AS ?number)'
        f" WHERE {{ {pattern} }} }}"
        for gap in OWN_GAPS
        for name, pattern in (("part", gap.part), ("whole", gap.whole))
    )
    return f"SELECT ?gap ?what ?number WHERE {{ {counts} }}"
