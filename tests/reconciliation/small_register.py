"""A small register of invented persons, and a reconciler for it."""

from datetime import date
from functools import cache

from msgspec.structs import replace

from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import MembershipKind
from kv2rdf.model.register import (
    Membership,
    Ministry,
    Office,
    OfficeKind,
    Party,
    Person,
    Register,
    Tenure,
)
from kv2rdf.reconciliation.reconciler import Reconciler

DAY, LATER = "2005-02-05", "2011-02-05"
_FIRST, _LAST, _EARLIER = date(2003, 1, 30), date(2010, 6, 16), date(1990, 1, 1)
_TK, _EK = MembershipKind.GROUP_TK, MembershipKind.GROUP_EK
ABC = Party(key="abc", name="Alle Burgers Club", abbreviation="ABC", wikidata="Q1")
OLD = Party(key="old", name="Oude Lijst", founded=date(1950, 1, 1), dissolved=date(1980, 1, 1))
MINISTRY = Ministry(
    key="wind", name="Wind en Water", abbreviation="WW",
    tooi="https://identifier.overheid.nl/tooi/id/ministerie/mnre9999",
)  # fmt: skip
OFFICE = Office(
    key="minister-wind", kind=OfficeKind.MINISTER, label="minister van Wind en Water",
    label_en="minister of Wind and Water", ministry="wind",
)  # fmt: skip
SECOND = Office(
    key="staatssecretaris-wind", kind=OfficeKind.STATE_SECRETARY, ministry="wind",
    label="staatssecretaris van Wind en Water", label_en="state secretary of Wind and Water",
)  # fmt: skip


def _person(key: str, given: str, prefix: str, family: str, initials: str, item: str) -> Person:
    name = " ".join(filter(None, (given, prefix, family)))
    return Person(
        key=key, name=name, given=given, prefix=prefix, family=family, initials=initials,
        wikidata=item,
    )  # fmt: skip


PERSONS = (
    _person("eva", "Eva", "van", "Naam", "E.A.", "Q11"),
    _person("els", "Els", "van", "Naam", "L.B.", "Q12"),
    _person("ine", "Ine", "", "Eerste-Tweede", "I.", "Q13"),
    _person("oud", "Oud", "", "Gediend", "O.", "Q14"),
    _person("ria", "Ria", "", "Weggelaten", "R.", "Q15"),
    _person("sen", "Sen", "", "Atoor", "S.", "Q16"),
    _person("kam", "Kam", "", "Atoor", "K.", "Q17"),
)
HIDDEN = "ria"
"""The key of a person to whom no address in the release belongs."""


def _spell(person: str, kind: MembershipKind = _TK, first: date = _FIRST) -> Membership:
    return Membership(
        key=f"{person}-{kind}", person=person, party="abc", kind=kind, since=first,
        until=_LAST if first == _FIRST else first,
    )  # fmt: skip


REGISTER = Register(
    persons=PERSONS,
    parties=(ABC, OLD),
    memberships=(
        *(_spell(key) for key in ("eva", "els", "ine", "ria", "kam")),
        _spell("sen", _EK),
        _spell("sen", _TK, _EARLIER),
        _spell("kam", _EK, _EARLIER),
    ),
    ministries=(MINISTRY,),
    offices=(OFFICE, SECOND),
    tenures=(Tenure(person="oud", office="minister-wind", since=_FIRST, until=_LAST),),
)
AT = Addresses("https://example.org")


PUBLISHED = frozenset(
    {AT.person(person) for person in PERSONS if person.key != HIDDEN}
    | {AT.party(ABC), AT.party(OLD), AT.ministry(MINISTRY), AT.office(OFFICE), AT.office(SECOND)}
)


@cache
def small_reconciler() -> Reconciler:
    return Reconciler.of(REGISTER, AT, PUBLISHED)


def dated_reconciler(precision: DatePrecision | None) -> Reconciler:
    """Return a reconciler with a membership of Eva since a date of this precision, or undated."""
    (first, *_) = REGISTER.memberships
    dated = (
        replace(first, since_precision=precision)
        if precision
        else replace(first, since=None, until=None)
    )
    return Reconciler.of(replace(REGISTER, memberships=(dated,)), AT, PUBLISHED)
