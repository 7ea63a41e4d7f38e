"""The release that is served now, and its replacement by a newer one."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.concurrency import run_in_threadpool

from kv2rdf.errors import ReleaseError
from kv2rdf.server.served_release import ServedRelease

_LOGGER = logging.getLogger(__name__)


class CurrentRelease:
    """The release that a folder or a link leads to.

    A build replaces the link in one step. A request that has begun keeps its release; the store of
    that release is closed when the last such request ends.
    """

    def __init__(self, folder: Path) -> None:
        """Open the release. Raises ReleaseError if this is impossible."""
        self._folder = folder
        self._served = ServedRelease.open(folder)
        self._refused: Path | None = None

    def __call__(self) -> ServedRelease:
        """Return the release to answer from."""
        return self._served

    def refresh(self) -> bool:
        """Serve the release that the link leads to now. Return whether it is another one.

        If that release cannot be opened, the present one is still served, and the log says why.
        """
        target = self._folder.resolve()
        if target in (self._served.release.files.folder, self._refused):
            return False
        try:
            opened = ServedRelease.open(target)
        except ReleaseError as error:
            _LOGGER.warning("still serving release %s: %s", self._served.version, error)
            self._refused = target
            return False
        self._served, self._refused = opened, None
        _LOGGER.info("serving release %s", opened.version)
        return True

    @asynccontextmanager
    async def watch(self, seconds: float) -> AsyncIterator[None]:
        """Look for another release every few seconds, as long as the context lasts."""
        task = asyncio.create_task(self._refresh_every(seconds))
        try:
            yield
        finally:
            task.cancel()

    async def _refresh_every(self, seconds: float) -> None:
        while True:
            await asyncio.sleep(seconds)
            await run_in_threadpool(self.refresh)
