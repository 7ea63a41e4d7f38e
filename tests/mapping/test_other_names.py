"""The short names and other names of the entries of the register."""

from collections import defaultdict
from itertools import chain

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.labels import other_names
from kv2rdf.mapping.parties import group
from kv2rdf.mapping.register import register
from kv2rdf.model.kinds import Chamber
from kv2rdf.rdf.terms import Code, Dutch
from kv2rdf.rdf.vocabulary import KV, RDF, SKOS
from tests.papers import real_seeds

_KNOWN, _AT = real_seeds().register, Addresses()
_TRIPLES = [
    *register(_KNOWN, _AT),
    *chain.from_iterable(group(p, chamber, _AT) for p in _KNOWN.parties for chamber in Chamber),
]


def _values(property_: str) -> dict[object, list[object]]:
    found: dict[object, list[object]] = defaultdict(list)
    for thing, used, value in _TRIPLES:
        if used == property_:
            found[thing].append(value)
    return found


def test_no_other_name_repeats_the_name() -> None:
    names, others = _values(SKOS.prefLabel), _values(SKOS.altLabel)
    assert others
    assert [thing for thing in others if {*names[thing]} & {*others[thing]}] == []


def test_a_party_has_its_short_name_even_if_that_is_its_whole_name() -> None:
    short, others = _values(SKOS.notation), _values(SKOS.altLabel)
    parties = [thing for thing, used, value in _TRIPLES if (used, value) == (RDF.type, KV.Party)]
    assert len(parties) == len(_KNOWN.parties)
    assert all(len(short[party]) == 1 for party in parties)
    denk, cda, christenunie = (f"{_AT.base}/id/partij/{key}" for key in ("denk", "cda", "cu"))
    assert (short[denk], others[denk]) == ([Code("DENK")], [])
    assert (short[cda], others[cda]) == ([Code("CDA")], [Dutch("CDA")])
    assert (short[christenunie], others[christenunie]) == ([Code("ChristenUnie")], [Dutch("CU")])


def test_a_group_has_the_short_name_of_its_party_and_no_other() -> None:
    short, others = _values(SKOS.notation), _values(SKOS.altLabel)
    groups = [thing for thing, used, value in _TRIPLES if (used, value) == (RDF.type, KV.Group)]
    assert len(groups) == 2 * len(_KNOWN.parties)
    assert all(
        [Code(str(name)) for name in others[each]] == short[each] != [] and len(short[each]) == 1
        for each in groups
    )


def test_a_ministry_and_an_office_have_their_printed_names() -> None:
    others = _values(SKOS.altLabel)
    ministries = {str(name) for thing, names in others.items() for name in names}
    assert {"BuZa", "V&W", "LNV", "WVC", "minister voor GSI", "minister-president"} <= ministries
    assert "minister van Algemene Zaken" in ministries


def test_a_name_that_is_given_twice_or_missing_is_left_out() -> None:
    assert other_names("De Krant", None, "Krant", "De Krant", "", "Krant") == (
        SKOS.altLabel,
        (Dutch("Krant"),),
    )
