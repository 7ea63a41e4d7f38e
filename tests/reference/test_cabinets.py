"""The cabinets of the register, and the labels of cabinets and chambers."""

from itertools import pairwise

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.register import register
from kv2rdf.model.evidence import DatePrecision
from kv2rdf.model.kinds import Chamber
from kv2rdf.rdf.terms import Dutch, English
from kv2rdf.rdf.vocabulary import RDFS
from tests.papers import real_seeds

REGISTER = real_seeds().register


def test_each_cabinet_begins_on_the_last_day_of_the_one_before() -> None:
    cabinets = REGISTER.cabinets
    assert len(cabinets) == 17
    assert [c.until for c in cabinets[:-1]] == [c.since for c in cabinets[1:]]
    assert cabinets[-1].until is None
    assert all(a.since < b.since for a, b in pairwise(cabinets))
    assert {c.since_precision for c in cabinets} == {DatePrecision.DAY}


def test_every_tenure_begins_while_a_cabinet_is_in_office() -> None:
    first = REGISTER.cabinets[0].since
    assert [t for t in REGISTER.tenures if t.since < first] == []


def test_chambers_and_cabinets_have_a_label_in_each_language() -> None:
    at = Addresses()
    labelled = {(s, type(v)) for s, p, v in register(REGISTER, at) if p == RDFS.label}
    things = [external.CHAMBERS[chamber] for chamber in Chamber]
    things += [at.cabinet(cabinet.key) for cabinet in REGISTER.cabinets]
    assert {(thing, kind) for thing in things for kind in (Dutch, English)} <= labelled
