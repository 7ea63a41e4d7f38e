"""Those who most often asked together with a person or a party, with the cases of both."""

from pathlib import Path

import pytest
from lxml import etree
from starlette.testclient import TestClient

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages import asked_together
from kv2rdf.server.pages.figures.figure import FigureName
from tests.server.clients import client
from tests.server.pages.case_pages import listed, site, words
from tests.server.pages.test_pages_of_things import SEED, shown

PAIRS = "SELECT DISTINCT ?one WHERE { ?case kv:askedBy ?one , ?other FILTER(?one != ?other) }"


@pytest.fixture(scope="module")
def pages(golden_release: Path) -> TestClient:
    return client(golden_release)


def together(page: etree._Element) -> list[etree._Element]:
    return list(page.xpath("//ul[@class='plain together']/li"))


def test_each_number_leads_to_the_cases_of_both(pages: TestClient, golden_release: Path) -> None:
    with Release(golden_release) as release:
        things = [one for (one,) in rows_of(release.query(PAIRS))]
    paths = sorted(thing.partition("/id/")[2] for thing in things)[::3]
    assert len(paths) > 3
    for path in paths:
        rows = together(shown(pages, f"/nl/{path}"))
        assert rows, path
        counts = []
        for row in rows:
            other, both = row.xpath("a")
            page = shown(pages, f"/nl/{path}{both.get('href')}")
            cases = set(page.xpath("//ol[@class='cases']//a/@href"))
            counts.append(int(words(both).split()[0]))
            assert len(cases) == counts[-1]
            theirs = shown(pages, f"{other.get('href')}?lijst=asked")
            assert cases <= set(theirs.xpath("//ol[@class='cases']//a/@href"))
            (kicker,) = listed(page, "//section[@id='zaken']/p[@class='kicker']")
            assert kicker == f"Samen met {words(other)} · alle zaken"
            assert both.get("aria-label").endswith(f"samen met {words(other)}")
        assert counts == sorted(counts, reverse=True)


def test_only_the_most_frequent_are_listed(
    pages: TestClient, golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Release(golden_release) as release:
        things = [one for (one,) in rows_of(release.query(PAIRS))]
    pages_of_things = [f"/nl/{thing.partition('/id/')[2]}" for thing in things]
    path, every = max(
        ((path, together(shown(pages, path))) for path in pages_of_things),
        key=lambda found: len(found[1]),
    )
    assert len(every) > 1
    monkeypatch.setattr(asked_together, "_MOST", 1)
    assert [words(row) for row in together(shown(pages, path))] == [words(every[0])]


def test_a_party_has_the_pairs_of_the_figure(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cda, d66, vvd = (
        FigureName(key.upper(), address=f"{HOME}/id/partij/{key}") for key in ("cda", "d66", "vvd")
    )
    unknown = FigureName("Lijst X")
    rows = ((d66, cda, 7), (d66, vvd, 6), (cda, unknown, 5), (cda, vvd, 4))
    monkeypatch.setattr(asked_together, "figure_rows", lambda *_: rows)
    with Release(golden_release) as release:
        found = {
            party: asked_together.asked_together(release, site(), "fractie", str(party.address))
            for party in (cda, d66, vvd)
        }
    assert [(row.label, row.path, row.count) for row in found[cda]] == [
        ("D66", "fractie/d66", 7),
        ("VVD", "fractie/vvd", 4),
    ]
    assert [row.count for row in found[d66]] == [7, 6]
    assert [row.count for row in found[vvd]] == [6, 4]


def test_a_list_can_be_limited_by_any_person_or_party(pages: TestClient) -> None:
    page = shown(pages, "/nl/persoon/palland-hm-1979?met=fractie/cda")
    assert f"/nl/zaak/{SEED}" in page.xpath("//ol[@class='cases']//a/@href")
    for wrong in ("x", "fractie/niets", "fractie", "ministerie/mnre1034", "fractie/a%22%3E"):
        answer = pages.get(f"/nl/fractie/cda?met={wrong}")
        assert answer.status_code == 400, wrong
        assert "is not a person or party of this release" in answer.text


@pytest.mark.parametrize("path", ["ministerie/mnre1034", "onderwerp/thema/bestuur", "jaar/2022"])
def test_other_pages_have_no_such_list(pages: TestClient, path: str) -> None:
    assert not together(shown(pages, f"/nl/{path}"))
