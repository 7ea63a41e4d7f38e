"""An interrupted download can be continued, but never with bytes from another release."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.application import application
from kv2rdf.server.current_release import CurrentRelease
from tests.conftest import ROOT, build_quietly
from tests.server.swaps import link_to

DUMP = "/data/kamervragen.nq.gz"
FIRST = 5_000


class SwappedServer:
    """A client of a release behind a link, and the release that may replace it."""

    def __init__(self, folder: Path, first: Path, second: Path) -> None:
        self.first, self.second = first, second
        self._link = folder / "release"
        link_to(self._link, first)
        self._current = CurrentRelease(self._link)
        self.web = TestClient(application(self._current), raise_server_exceptions=False)

    def swap(self) -> None:
        link_to(self._link, self.second)
        assert self._current.refresh()


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("second") / "release"
    build_quietly(out, ROOT / "tests" / "golden" / "questions-only")
    return out


@pytest.fixture
def server(seed_release: Path, second: Path, tmp_path: Path) -> SwappedServer:
    return SwappedServer(tmp_path, seed_release.resolve(), second.resolve())


def start(server: SwappedServer) -> tuple[bytes, str]:
    """Return the first bytes of the dump, and its ETag."""
    answer = server.web.get(DUMP, headers={"Range": f"bytes=0-{FIRST - 1}"})
    assert (answer.status_code, len(answer.content)) == (206, FIRST)
    return answer.content, answer.headers["etag"]


@pytest.mark.parametrize("condition", ["If-Range", "If-Match"])
def test_the_rest_of_the_same_release_is_sent(server: SwappedServer, condition: str) -> None:
    content, etag = start(server)
    headers = {"Range": f"bytes={FIRST}-", condition: etag}
    rest = server.web.get(DUMP, headers=headers)
    assert rest.status_code == 206
    assert content + rest.content == (server.first / "kamervragen.nq.gz").read_bytes()


def test_with_if_range_all_of_the_new_release_is_sent(server: SwappedServer) -> None:
    _, etag = start(server)
    server.swap()
    answer = server.web.get(DUMP, headers={"Range": f"bytes={FIRST}-", "If-Range": etag})
    assert answer.status_code == 200
    assert answer.content == (server.second / "kamervragen.nq.gz").read_bytes()


def test_with_if_match_the_rest_of_another_release_is_refused(server: SwappedServer) -> None:
    _, etag = start(server)
    server.swap()
    answer = server.web.get(DUMP, headers={"Range": f"bytes={FIRST}-", "If-Match": etag})
    assert answer.status_code == 412
    assert answer.headers["etag"] != etag
    assert server.web.get(DUMP, headers={"If-Match": answer.headers["etag"]}).status_code == 200


def test_a_day_is_a_condition_too(server: SwappedServer) -> None:
    changed = server.web.get(DUMP).headers["last-modified"]
    for day, status in ((changed, 200), ("Thu, 01 Jan 1970 00:00:00 GMT", 412), ("x", 200)):
        answer = server.web.get(DUMP, headers={"If-Unmodified-Since": day})
        assert answer.status_code == status
