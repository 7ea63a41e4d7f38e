"""The kinds of entities that have pages."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, NamedTuple

_KEY = re.compile(r"[A-Za-z0-9_.~-]+")
_TOOI = re.compile(r"mnre\d+")
_MINISTRIES = "https://identifier.overheid.nl/tooi/id/ministerie/"
_PERIOD = (
    "OPTIONAL { ?m org:memberDuring ?time OPTIONAL { ?time dcat:startDate ?from } "
    "OPTIONAL { ?time dcat:endDate ?until } }"
)


class IndexedRole(NamedTuple):
    """A role in the text index, and the part of a path that all addresses of a kind contain.

    Counting the cases of entities takes a tenth of the time in the text index than in the store.
    """

    role: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingKind:
    """A kind of entity that has pages.

    In patterns, ``$thing`` is replaced by the address of an entity. ``cases`` is a pattern that
    binds each ?case of an entity, and binds ?list to the name of each list that contains the case.
    ``lists`` contains these names. ``things`` is a pattern that binds each ?thing with its ?case,
    or the role in which the text index links entities to cases, or None if entities of this kind
    are not listed. ``related`` maps the name of each relation to a pattern that binds ?other, and
    may bind ?from and ?until. ``lateness`` is the name of the list in which late answers are
    counted, or None if it is the list that is shown. If ``has_charts`` is true, the page has charts
    of the questions by year and, if there is a list for late answers, of the answers in that list.
    """

    lists: tuple[str, ...]
    cases: str
    things: str | IndexedRole | None
    related: Mapping[str, str]
    lateness: str | None = None
    has_charts: bool = False


_ASKED_OR_ANSWERED = (
    '{ ?case kv:askedBy $thing BIND("asked" AS ?list) }'
    ' UNION { ?case kv:answeredBy $thing BIND("answered" AS ?list) }'
)
_OF_MINISTRY = """
{
  SELECT ?case ?role WHERE {
    ?participation eli-dl:had_participant_organization $thing ; eli-dl:participation_role ?role
    BIND(IRI(STRBEFORE(STR(?participation), "#")) AS ?case)
  }
}
VALUES (?role ?list) {
  (c:geadresseerde "asked_or_answering") (c:antwoordgever "asked_or_answering")
  (c:geadresseerde "asked_to") (c:antwoordgever "answered")
  (c:mede-namens "on_behalf") (c:mededeler "on_behalf")
}
FILTER(?list != "answered" || EXISTS { ?case kv:answeredBy ?somebody })
"""
"""Finds the cases of a ministry by the addresses of participations.

Each of these addresses begins with the address of the case. A case without kv:answeredBy has an
answer whose source names those who were asked instead of those who answered.

Finding the case through its activities takes three times as long.
"""
_CITING = (
    "?note kv:citedMedium ?thing ; eli:is_part_of ?paper ."
    " ?paper kv:concernsDossier ?case FILTER EXISTS { ?paper a kv:QuestionDocument }"
)
"""Finds the cases in which a note to the questions cites a medium.

Notes to answers are left out, as in the statistics of media.
"""
THING_KINDS: Final[Mapping[str, ThingKind]] = MappingProxyType({
    "persoon": ThingKind(
        lists=("asked", "answered"),
        cases=_ASKED_OR_ANSWERED,
        things="{ ?case kv:askedBy ?thing } UNION { ?case kv:answeredBy ?thing }"
        " ?thing a foaf:Person .",
        related={
            "offices_held": f"?m org:member $thing ; kv:office ?other . {_PERIOD}",
            "groups": "?m org:member $thing ; org:role c:lid-van-de-fractie ;"
            f" org:organization ?other . {_PERIOD}",
        },
    ),
    "naamvorm": ThingKind(
        lists=("asked", "answered"),
        cases=_ASKED_OR_ANSWERED,
        things=None,
        related={"maybe": "?p kv:nameForm $thing ; kv:candidate/kv:possiblePerson ?other ."},
    ),
    "fractie": ThingKind(
        lists=("asked",),
        cases='?paper kv:partyAtTheTime $thing ; kv:concernsDossier ?case BIND("asked" AS ?list)',
        things=IndexedRole("party", "/partij/"),
        has_charts=True,
        related={},
    ),
    "ministerie": ThingKind(
        lists=("asked_or_answering", "asked_to", "answered", "on_behalf"),
        cases=_OF_MINISTRY,
        lateness="answered",
        has_charts=True,
        things=IndexedRole("ministry", "/ministerie/"),
        related={"offices": "?other org:postIn $thing ."},
    ),
    "ambt": ThingKind(
        lists=("asked_or_answering", "answered"),
        cases='{ ?case kv:addressedTo $thing BIND("asked_or_answering" AS ?list) }'
        " UNION { ?case kv:answeredBy $thing"
        ' VALUES ?list { "asked_or_answering" "answered" } }',
        lateness="answered",
        has_charts=True,
        things=None,
        related={
            "part_of": "$thing org:postIn ?other .",
            "holders": f"?m kv:office $thing ; org:member ?other . {_PERIOD}",
        },
    ),
    "onderwerp": ThingKind(
        lists=("about",),
        cases="{ ?case dct:subject $thing }"
        " UNION { ?narrower skos:broader $thing . ?case dct:subject ?narrower }"
        ' BIND("about" AS ?list)',
        things="?case dct:subject ?thing .",
        related={
            "broader": "$thing skos:broader ?other .",
            "narrower": "?other skos:broader $thing .",
        },
    ),
    "medium": ThingKind(
        lists=("citing",),
        cases="{ BIND($thing AS ?medium) } UNION { ?medium skos:broader $thing } "
        + _CITING.replace("?thing", "?medium")
        + ' BIND("citing" AS ?list)',
        things=_CITING,
        related={
            "broader": "$thing skos:broader ?other .",
            "narrower": "?other skos:broader $thing .",
        },
    ),
})  # fmt: skip
"""The kinds of entities, by their names in the paths of pages."""


def thing_address(base: str, kind: str, key: str) -> str | None:
    """Return the address of the entity with this kind and key, or None if the key is not valid."""
    scheme, slash, word = key.partition("/")
    if not all(_KEY.fullmatch(part) for part in key.split("/")) or bool(slash) != (
        kind == "onderwerp"
    ):
        return None
    if kind == "onderwerp":
        return f"{base}/id/{scheme}/{word}" if scheme in ("thema", "rubriek") else None
    if kind == "ministerie" and _TOOI.fullmatch(key):
        return f"{_MINISTRIES}{key}"
    return f"{base}/id/{'partij' if kind == 'fractie' else kind}/{key}"
