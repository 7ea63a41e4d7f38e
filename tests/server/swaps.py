"""A link that is changed between two releases while many requests are answered."""

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import requests

DOCUMENTS = (
    "/doc/eli/nl/tk/zaak/2022Z00634.ttl",
    "/doc/eli/nl/tk/zaak/2022Z00634.nq",
    "/doc/id/persoon/palland-hm-1979.ttl",
    "/doc/dataset.ttl",
    "/nl/",
)


def link_to(link: Path, target: Path) -> None:
    """Replace a link in one step, as a build does."""
    new = link.with_suffix(".new")
    new.symlink_to(target)
    new.replace(link)


class Load:
    """Threads that send requests until they are stopped, and count the answers by their release.

    ``faults`` are messages about answers that failed, or that name two releases.
    """

    def __init__(self, address: str, versions: tuple[str, ...], threads: int = 4) -> None:
        self.counts: Counter[str] = Counter()
        self.faults: list[str] = []
        self._address = address
        self._versions = versions
        self._is_over = threading.Event()
        self._threads = [threading.Thread(target=self._send) for _ in range(threads)]

    def run_during(self, work: Callable[[], None]) -> None:
        """Send requests while ``work`` runs."""
        for thread in self._threads:
            thread.start()
        try:
            work()
        finally:
            self._is_over.set()
            for thread in self._threads:
                thread.join()

    def _send(self) -> None:
        with requests.Session() as session:
            while not self._is_over.is_set():
                for path in DOCUMENTS:
                    try:
                        answer = session.get(self._address + path, timeout=30)
                    except requests.RequestException as error:
                        self.faults.append(f"{path}: {error}")
                        continue
                    self._check(path, answer)

    def _check(self, path: str, answer: requests.Response) -> None:
        version = answer.headers.get("X-KV-Release", "")
        named = {each for each in self._versions if each in answer.text}
        if answer.status_code != 200 or named != {version}:
            self.faults.append(f"{path}: {answer.status_code}, release {version}, {named}")
        self.counts[version] += 1
