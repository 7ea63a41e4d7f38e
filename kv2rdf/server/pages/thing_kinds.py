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
    """A role in the text index, and the part that is the same in all addresses of a kind of entity.

    The text index counts the cases of entities in a tenth of the time that the store needs.
    """

    role: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ThingKind:
    """A kind of entity that has pages.

    In patterns, ``$thing`` is replaced by the address of an entity. ``things`` is a pattern that
    binds each ?thing with its ?case, or the role in which the text index links entities to cases,
    or None if entities of this kind are not listed. ``related`` maps the name of each relation to a
    pattern that binds ?other, and may bind ?from and ?until. ``lateness`` is the name of the list
    in which late answers are counted, or None if it is the list that is shown.
    """

    cases: Mapping[str, str]
    things: str | IndexedRole | None
    related: Mapping[str, str]
    lateness: str | None = None


_ASKED = "?case kv:askedBy $thing ."
_ANSWERED = "?case kv:answeredBy $thing ."
_ASKED_OR_ANSWERING = "c:geadresseerde, c:antwoordgever"
_OF_MINISTRY = (
    "?p eli-dl:had_participant_organization $thing ; eli-dl:participation_role ?role ."
    " FILTER(?role IN ($roles))"
    " ?activity eli-dl:had_participation ?p . ?case eli-dl:consists_of ?activity ."
)
THING_KINDS: Final[Mapping[str, ThingKind]] = MappingProxyType({
    "persoon": ThingKind(
        cases={"asked": _ASKED, "answered": _ANSWERED},
        things="{ ?case kv:askedBy ?thing } UNION { ?case kv:answeredBy ?thing }"
        " ?thing a foaf:Person .",
        related={
            "offices_held": f"?m org:member $thing ; kv:office ?other . {_PERIOD}",
            "groups": "?m org:member $thing ; org:role c:lid-van-de-fractie ;"
            f" org:organization ?other . {_PERIOD}",
        },
    ),
    "naamvorm": ThingKind(
        cases={"asked": _ASKED, "answered": _ANSWERED},
        things=None,
        related={"maybe": "?p kv:nameForm $thing ; kv:candidate/kv:possiblePerson ?other ."},
    ),
    "fractie": ThingKind(
        cases={
            "asked": "?paper kv:partyAtTheTime $thing ; a kv:QuestionDocument ;"
            " kv:concernsDossier ?case ."
        },
        things=IndexedRole("party", "/partij/"),
        related={},
    ),
    "ministerie": ThingKind(
        cases={
            "asked_or_answering": _OF_MINISTRY.replace("$roles", _ASKED_OR_ANSWERING),
            "asked_to": _OF_MINISTRY.replace("$roles", "c:geadresseerde"),
            "answered": _OF_MINISTRY.replace("$roles", "c:antwoordgever"),
            "on_behalf": _OF_MINISTRY.replace("$roles", "c:mede-namens, c:mededeler"),
        },
        lateness="answered",
        things=IndexedRole("ministry", "/ministerie/"),
        related={"offices": "?other org:postIn $thing ."},
    ),
    "ambt": ThingKind(
        cases={
            "asked_or_answering": "{ ?case kv:addressedTo $thing }"
            " UNION { ?case kv:answeredBy $thing }",
            "answered": _ANSWERED,
        },
        lateness="answered",
        things=None,
        related={
            "part_of": "$thing org:postIn ?other .",
            "holders": f"?m kv:office $thing ; org:member ?other . {_PERIOD}",
        },
    ),
    "onderwerp": ThingKind(
        cases={
            "about": "{ ?case dct:subject $thing }"
            " UNION { ?narrower skos:broader $thing . ?case dct:subject ?narrower }"
        },
        things="?case dct:subject ?thing .",
        related={
            "broader": "$thing skos:broader ?other .",
            "narrower": "?other skos:broader $thing .",
        },
    ),
    "medium": ThingKind(
        cases={"citing": "?note kv:citedMedium $thing ; eli:is_part_of/kv:concernsDossier ?case ."},
        things="?note kv:citedMedium ?thing ; eli:is_part_of/kv:concernsDossier ?case .",
        related={"broader": "$thing skos:broader ?other ."},
    ),
})  # fmt: skip
"""The kinds of entities, by their names in the paths of pages."""


def thing_address(base: str, kind: str, key: str) -> str | None:
    """Return the address of the entity that a path names, or None if the path is not valid."""
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
