"""Former addresses, other identifiers, and addresses that lead nowhere."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest

from kv2rdf.query.open_release import Release
from tests.every_case import every_case
from tests.server.in_process import Caller, caller


@pytest.fixture(scope="module")
def call(golden_release: Path) -> Iterator[Caller]:
    with caller(golden_release) as made:
        yield made


@every_case(
    ("path", "status", "location"),
    [
        ("/2022Z00634", 302, "/eli/nl/tk/zaak/2022Z00634"),
        ("/2022z00634", 302, "/eli/nl/tk/zaak/2022Z00634"),
        ("/2022Z00634.jsonld", 302, "/eli/nl/tk/zaak/2022Z00634.jsonld"),
        ("/kv-tk-2022Z00634", 302, "/eli/nl/tk/kv/2022Z00634"),
        ("/ah-tk-20212022-1881", 302, "/eli/nl/tk/ah/20212022/1881"),
        ("/20212022-1881", 302, "/eli/nl/tk/ah/20212022/1881"),
        ("/2040513330", 302, "/eli/nl/tk/zaak/2040513330"),
        ("/KVR90010", 302, "/eli/nl/tk/zaak/2040513330"),
        ("/KVR90148.xml", 302, "/bron/KVR90148.xml"),
        ("/eli/nl/tk/zaak/ah-tk-20212022-1881", 301, "/eli/nl/tk/zaak/2022Z00634"),
        ("/eli/nl/tk/kv/ah-tk-20212022-1881/vraag/5", 301, "/eli/nl/tk/kv/2022Z00634/vraag/5"),
        (
            "/doc/eli/nl/tk/kv/ah-tk-20212022-1881/vraag/5.ttl",
            301,
            "/eli/nl/tk/kv/2022Z00634/vraag/5.ttl",
        ),
        (
            "/id/persoon/c128a46d-ebd9-4ee9-80cc-16bfe505e539",
            301,
            "/id/persoon/bruins-slot-hgj-1977",
        ),
    ],
)
def test_another_identifier_leads_to_the_address(
    call: Caller, path: str, status: int, location: str
) -> None:
    answer = call(path)
    assert (answer.status, answer.headers.get("location")) == (status, location)
    assert call(location).status == 303


def links(call: Caller, path: str, status: int) -> list[str]:
    answer = call(path, "application/json")
    fields = json.loads(answer.content)
    assert (answer.status, fields["status"]) == (status, status)
    return [link["href"] for link in fields.get("links", [])]


def test_an_address_that_several_things_replaced_names_them(call: Caller) -> None:
    assert links(call, "/eli/nl/tk/zaak/2989912350", 300) == [
        "/eli/nl/tk/zaak/ah-tk-19981999-1804",
        "/eli/nl/tk/zaak/ah-tk-19981999-1850",
    ]


@every_case(
    ("path", "nearest"),
    [
        ("/2022Z00643", "/2022Z00634"),
        ("/2022Z0634", "/2022Z00634"),
        ("/eli/nl/tk/zaak/2022Z006344", "/2022Z00634"),
        ("/eli/nl/tk/kv/2022Z00634/vraag/99", "/eli/nl/tk/kv/2022Z00634"),
    ],
)
def test_an_unknown_address_leads_to_the_nearest(call: Caller, path: str, nearest: str) -> None:
    assert nearest in links(call, path, 404)


def test_what_does_not_resemble_an_identifier_has_no_nearest(call: Caller) -> None:
    assert links(call, "/q", 404) == []
    assert links(call, f"/{'1' * 500}", 404) == []


def test_an_earlier_version_of_the_ontology_is_gone(call: Caller) -> None:
    assert links(call, "/def/0.1.0", 410) == ["/def"]
    assert links(call, "/def/0.0.9", 404) == ["/def"]


def test_an_address_that_only_an_earlier_release_had_is_gone(
    golden_release: Path, tmp_path: Path
) -> None:
    release = tmp_path / "release"
    shutil.copytree(golden_release, release)
    run = json.loads((release / "run.json").read_bytes())
    gone, earlier = "/eli/nl/tk/kv/2022Z00634/vraag/8", "/id/persoon/iemand"
    run["vanished addresses"] = [f"https://w3id.org/kamervragen{gone}"]
    run["addresses gone before"] = [f"https://w3id.org/kamervragen{earlier}"]
    (release / "run.json").write_text(json.dumps(run))
    with caller(release) as call:
        assert links(call, gone, 410) == ["/eli/nl/tk/kv/2022Z00634"]
        assert links(call, f"{gone}.ttl", 410) == ["/eli/nl/tk/kv/2022Z00634"]
        assert links(call, earlier, 410) == []
        assert links(call, "/eli/nl/tk/kv/2022Z00634/vraag/9", 404)


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "application/n-quads"])
def test_an_error_is_rdf_for_a_client_that_accepts_only_rdf(call: Caller, accept: str) -> None:
    answer = call("/2022Z00643", accept)
    assert answer.status == 404
    format_ = ox.RdfFormat.from_media_type(accept)
    assert format_ is not None
    said = {
        (q.predicate.value.rpartition("#")[2], q.object)
        for q in ox.parse(answer.content, format=format_)
    }
    near = ox.NamedNode("https://w3id.org/kamervragen/2022Z00634")
    assert ("seeAlso", near) in said
    assert ("label", ox.Literal("404 Not Found", language="en")) in said
    assert answer.headers["access-control-allow-origin"] == "*"


@every_case("path", ["/%22%3E%3Cscript%3E", "/a b", "/%00", "/é", "//x", "/x/", "/.."])
def test_a_path_that_no_address_has_is_not_found(call: Caller, path: str) -> None:
    for accept in ("text/html", "text/turtle", "application/json"):
        answer = call(path, accept)
        assert answer.status == 404
        assert b"<script>" not in answer.content


@pytest.mark.parametrize("start", ["", "/doc", "/eli/nl/tk/zaak/2022Z00634"])
def test_a_path_with_many_parts_needs_few_look_ups(
    call: Caller, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    looked_up = []
    quads = Release.quads

    def counted_quads(release: Release, *pattern: ox.NamedNode) -> Iterator[ox.Quad]:
        looked_up.append(pattern)
        return quads(release, *pattern)

    monkeypatch.setattr(Release, "quads", counted_quads)
    assert call(start + "/a" * 20_000, "text/html").status == 404
    assert len(looked_up) < 10
