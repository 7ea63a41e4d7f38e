"""Texts that were found, with their cases, filters on them, and their order."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import SearchOrder, TextFilter
from kv2rdf.query.open_release import Release
from kv2rdf.query.text_search import TextIndex
from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, HOME, KV, PREFIXES, RDFS, SKOS
from kv2rdf.release.text_index import build_index
from tests.every_case import every_case

SEED = "2022Z00634"
TITLE, DAY, PROCESS = DCT.title, DCT.dateSubmitted, ELIDL.process_id
FIRST, SECOND = (Iri(f"{HOME}/eli/nl/{end}") for end in ("tk/zaak/1", "ek/zaak/2"))
UNDATED = Iri(f"{HOME}/eli/nl/tk/zaak/3")
JOINT = Iri(f"{HOME}/eli/nl/tk/ah/20042005/1")
GROUP, PARTY, MINISTRY, PERSON, FORM = (
    Iri(f"{HOME}/id/{end}")
    for end in ("fractie/sp-tk", "partij/sp", "ministerie/vrom", "persoon/kant", "naamvorm/Kant~SP")
)
ASKER, ASKED = Iri(f"{FIRST}#indiener-Kant"), Iri(f"{FIRST}#geadresseerde-minister")
LATER_ASKED, LATER = Iri(f"{UNDATED}#geadresseerde-minister"), Iri(f"{HOME}/id/ministerie/vromm")
ROLE, ALT = ELIDL.participation_role, SKOS.altLabel
TRIPLES: tuple[Triple, ...] = (
    *((case, TITLE, Dutch("Over de fiets")) for case in (FIRST, SECOND, UNDATED)),
    *((case, PROCESS, Code(f"{number}")) for number, case in enumerate((FIRST, SECOND, UNDATED))),
    (FIRST, DAY, date(2005, 2, 3)), (SECOND, DAY, date(2006, 1, 1)),
    (FIRST, KV.askedBy, PERSON), (FIRST, KV.partyAsInSource, Code("S.P.")),
    (UNDATED, KV.askedBy, FORM),
    (ASKER, ROLE, Iri(PREFIXES["c"] + "indiener")), (ASKER, KV.nameForm, FORM),
    (ASKER, ELIDL.participation_in_name_of, GROUP),
    (ASKED, ROLE, Iri(PREFIXES["c"] + "geadresseerde")),
    (ASKED, ELIDL.had_participant_organization, MINISTRY),
    (ASKED, KV.officeAsInSource, Code("de minister van Milieubeheer")),
    (LATER_ASKED, ROLE, Iri(PREFIXES["c"] + "geadresseerde")),
    (LATER_ASKED, ELIDL.had_participant_organization, LATER),
    (LATER, RDFS.label, Dutch("VROM en Milieubeheer")),
    (PERSON, RDFS.label, Code("Agnès Kant")), (FORM, RDFS.label, Dutch("Kant-Bos (SP, tk)")),
    (GROUP, RDFS.label, Dutch("SP, Tweede Kamer")), (GROUP, ALT, Dutch("SP")),
    (PARTY, RDFS.label, Dutch("Socialistische Partij")),
    (MINISTRY, RDFS.label, Dutch("Volkshuisvesting, Ruimtelijke Ordening en Milieubeheer")),
    (MINISTRY, ALT, Dutch("VROM")),
    (JOINT, KV.concernsDossier, FIRST), (JOINT, KV.concernsDossier, SECOND),
    (JOINT, KV.partyAtTheTime, PARTY),
    *((Iri(f"{JOINT}/{part}"), ELI.is_part_of, JOINT) for part in ("antwoord/1", "noot/1")),
    (Iri(f"{JOINT}/antwoord/1"), ELI.number, Code("1")),
    (Iri(f"{JOINT}/antwoord/1"), KV.text, Dutch("De fiets en nog een fiets.")),
    (Iri(f"{JOINT}/noot/1"), KV.text, Dutch("Een fiets.")),
)  # fmt: skip


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TextIndex]:
    """Three cases. The first and the second share an answer paper."""
    path = tmp_path_factory.mktemp("index") / "index.sqlite"
    build_index(sorted(nquads.quad_lines(TRIPLES, Iri(f"{HOME}/graph/1"))), path)
    with closing(TextIndex.open(path)) as opened:
        yield opened


def found(index: TextIndex, only: TextFilter, order: SearchOrder = SearchOrder.DAY) -> list[str]:
    texts = index.found_texts("fiets", only=only, order=order).texts
    return [f"{text.case}:{text.kind}" for text in texts]


JOINT_TEXTS = ["0:antwoord", "0:noot"]
TEXTS_OF_FIRST = [*JOINT_TEXTS, "0:zaak"]


@every_case(
    ("only", "expected"),
    [
        (TextFilter(), ["1:zaak", *TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(since=date(2005, 2, 3), until=date(2005, 2, 3)), TEXTS_OF_FIRST),
        (TextFilter(since=date(2005, 2, 4)), ["1:zaak", "1:antwoord", "1:noot"]),
        (TextFilter(until=date(2005, 2, 2)), []),
        (TextFilter(kinds=frozenset({"antwoord", "noot"})), JOINT_TEXTS),
        (TextFilter(chamber="ek"), ["1:zaak", "1:antwoord", "1:noot"]),
        (TextFilter(asker="Kant"), [*TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(asker="agnes k"), TEXTS_OF_FIRST),
        (TextFilter(asker="Kant-Bos"), [*TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(asker="kant"), TEXTS_OF_FIRST),
        (TextFilter(asker="Kant~SP"), [*TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(party="S.P."), TEXTS_OF_FIRST),
        (TextFilter(party="sp"), TEXTS_OF_FIRST),
        (TextFilter(party="socialistische partij"), ["1:zaak", *TEXTS_OF_FIRST]),
        (TextFilter(ministry="VROM"), [*TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(ministry="vrom"), TEXTS_OF_FIRST),
        (TextFilter(ministry="milieu"), [*TEXTS_OF_FIRST, "2:zaak"]),
        (TextFilter(ministry="volkshuisvesting"), TEXTS_OF_FIRST),
        (TextFilter(ministry="ruimtelijke ord"), TEXTS_OF_FIRST),
        (TextFilter(ministry="minister van milieu"), TEXTS_OF_FIRST),
        (TextFilter(ministry="ordening"), TEXTS_OF_FIRST),
        (TextFilter(party="SP", ministry="VROM", asker="Kant", chamber="tk",
                    since=date(2005, 1, 1), kinds=frozenset({"noot"})), ["0:noot"]),
    ],
)  # fmt: skip
def test_a_filter_finds(index: TextIndex, only: TextFilter, expected: list[str]) -> None:
    texts = found(index, only)
    assert sorted(texts) == sorted(expected)
    assert index.found_texts("fiets", only=only).total == len(expected)


def test_the_newest_or_the_oldest_case_comes_first_and_a_case_without_a_day_last(
    index: TextIndex,
) -> None:
    assert found(index, TextFilter()) == ["1:zaak", *TEXTS_OF_FIRST, "2:zaak"]
    oldest = found(index, TextFilter(), SearchOrder.OLDEST)
    assert oldest == [*TEXTS_OF_FIRST, "1:zaak", "2:zaak"]


def test_a_page_says_how_many_texts_there_are(index: TextIndex) -> None:
    everything = index.found_texts("fiets", limit=100).texts
    for offset, size in ((0, 2), (2, 2), (4, 1)):
        page = index.found_texts("fiets", limit=2, offset=offset)
        assert (page.offset, page.total) == (offset, 5)
        assert page.texts == everything[offset : offset + size]
    beyond = index.found_texts("fiets", limit=2, offset=6)
    assert (beyond.texts, beyond.total) == ((), 5)
    assert index.found_texts("zeppelin", offset=6).total == 0


def test_a_text_comes_with_its_case(index: TextIndex) -> None:
    (text, _) = index.found_texts("nog OR een", only=TextFilter(chamber="tk")).texts
    assert (text.kind, text.part, text.case, text.chamber) == ("antwoord", "1", "0", "tk")
    assert (text.day, text.title) == (date(2005, 2, 3), "Over de fiets")
    assert (text.askers, text.parties) == (("Agnès Kant",), ("S.P.",))
    assert text.snippet == "De fiets en nog een fiets."


@pytest.mark.parametrize(
    ("only", "name"),
    [
        (TextFilter(asker="…"), "asker"),
        (TextFilter(party="."), "party"),
        (TextFilter(ministry=""), "ministry"),
    ],
)
def test_a_filter_without_a_word_is_an_error(index: TextIndex, only: TextFilter, name: str) -> None:
    with pytest.raises(QueryError, match=f"there is no word in the {name}"):
        index.found_texts("fiets", only=only)


@every_case(
    ("only", "message"),
    [
        (TextFilter(asker="ant"), "no case in this release has the asker 'ant'"),
        (TextFilter(asker="SP"), "no case in this release has the asker 'SP'"),
        (TextFilter(party="S"), r"no case in this release has the party 'S'; did you mean SP\?$"),
        (TextFilter(ministry="rdening"), "no case in this release has the ministry 'rdening'$"),
        (TextFilter(since=date(2006, 1, 1), until=date(2005, 1, 1)), "2005-01-01, before it"),
    ],
)
def test_a_filter_that_no_case_satisfies_is_an_error(
    index: TextIndex, only: TextFilter, message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        index.found_texts("fiets", only=only)


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


def test_an_answer_of_the_seed_comes_with_its_case(release: Release) -> None:
    only = TextFilter(asker="palland", party="CDA", ministry="Binnenlandse Zaken")
    (text, *_) = release.search('"strafbare doxing"', only=only).texts
    assert (text.kind, text.part, text.case) == ("antwoord", "7", SEED)
    assert text.askers == ("Hilde Palland", "Inge van Dijk")
    assert text.parties == ("CDA",)
    assert text.title.startswith("Het bericht ‘Verdrievoudiging")


def test_every_text_belongs_to_a_case(release: Release) -> None:
    found = release.search("de", first=10_000)
    assert len(found.texts) == found.total > 100
    assert all(text.case and text.title and text.chamber for text in found.texts)
