"""The release that is being served, and its replacement by a newer one."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool

from kv2rdf.errors import Kv2rdfError
from kv2rdf.query.index_reader import SearchLimit
from kv2rdf.server.background_task import background_task, optional_task
from kv2rdf.server.freed_memory import return_freed_memory
from kv2rdf.server.preparation import end_preparations
from kv2rdf.server.served_release import ServedRelease
from kv2rdf.storage.release_folder import real_path

ReleaseCallback: TypeAlias = Callable[[Path], Awaitable[None]]
"""A function that is called with the folder of a release."""

Preparation: TypeAlias = Callable[[ServedRelease], Iterable[Callable[[], object]]]
"""A function that returns steps, each of which computes some data for the pages of a release."""

_LOGGER = logging.getLogger(__name__)


class CurrentRelease:
    """The release in a folder, which may be a symbolic link.

    A build replaces the link in one step. A request that has begun is answered from the old
    release, whose store is closed when the last such request ends.
    """

    def __init__(
        self,
        folder: Path,
        prepare: Callable[[ServedRelease], None] | None = None,
        prepare_later: Preparation | None = None,
        search_limit: SearchLimit | None = None,
    ) -> None:
        """Open the release. Raises ReleaseError if it cannot be opened.

        ``prepare`` is called with each release before it is served. It may take some seconds.
        ``prepare_later`` is called with each release that is served, and returns steps. These run
        one after the other while requests are answered, until all have run or a newer release is
        served. If a step fails, the error is logged, and what it would have computed is computed
        when it is first requested. If ``search_limit`` is None, searches have no time limit.
        """
        self._search_limit = search_limit
        self._folder = folder
        self._prepare = prepare
        self._prepare_later = prepare_later
        self._served = ServedRelease.open(folder, search_limit)
        self._refused: Path | None = None
        self._preparing: asyncio.Task[None] | None = None

    def __call__(self) -> ServedRelease:
        """Return the release from which new requests are answered."""
        return self._served

    def refresh(self) -> bool:
        """Serve the release that the link points to, and return whether it is a different release.

        If it cannot be opened, the current release is still served, and the reason is logged.
        """
        opened = self._newer_release()
        if opened is not None:
            self._serve(opened)
        return opened is not None

    @asynccontextmanager
    async def watch(
        self, seconds: float, enter: ReleaseCallback, leave: ReleaseCallback
    ) -> AsyncIterator[None]:
        """Check for a newer release every ``seconds`` seconds while the context is open.

        ``enter`` is called with the folder of a newer release before it is served. ``leave`` is
        called with the folder of the previous release, ``seconds`` seconds after the newer one has
        replaced it. If ``enter`` raises Kv2rdfError, the newer release is not served. If it raises
        OSError, it is called again later. After any other error, the server stops. Before the
        context is entered, the current release is prepared by ``prepare``, which was passed to the
        constructor.
        """
        if self._prepare is not None:
            await run_in_threadpool(self._prepare, self._served)
        refreshing = background_task(self._refresh_every(seconds, enter, leave))
        self._start_preparing()
        try:
            yield
        finally:
            refreshing.cancel()
            if self._preparing is not None:
                self._preparing.cancel()
            end_preparations()

    async def _refresh_every(
        self, seconds: float, enter: ReleaseCallback, leave: ReleaseCallback
    ) -> None:
        while True:
            await asyncio.sleep(seconds)
            opened = await run_in_threadpool(self._newer_release)
            if opened is None:
                continue
            previous = self._served.release.files.folder
            try:
                await enter(opened.release.files.folder)
            except (Kv2rdfError, OSError) as error:
                self._refuse(opened.release.files.folder, error)
                continue
            self._serve(opened)
            self._start_preparing()
            # Requests that have begun may still use the previous release.
            await asyncio.sleep(seconds)
            await leave(previous)

    def _start_preparing(self) -> None:
        """Start the steps for the release that is served, and cancel those for the previous one."""
        if self._preparing is not None:
            self._preparing.cancel()
        if self._prepare_later is not None:
            steps = self._prepare_later(self._served)
            self._preparing = optional_task(_run_steps(steps, self._served.version))

    def _newer_release(self) -> ServedRelease | None:
        """Return the release that the link points to, or None if it is unchanged or unusable."""
        target = real_path(self._folder)
        if target in (self._served.release.files.folder, self._refused):
            return None
        try:
            opened = ServedRelease.open(target, self._search_limit)
            if self._prepare is not None:
                self._prepare(opened)
        except (Kv2rdfError, OSError) as error:
            self._refuse(target, error)
            return None
        return opened

    def _refuse(self, folder: Path, error: Kv2rdfError | OSError) -> None:
        """Log why a release is not served. After an OSError, the release is tried again later."""
        _LOGGER.warning("still serving release %s: %s", self._served.version, error)
        if isinstance(error, Kv2rdfError):
            self._refused = folder

    def _serve(self, opened: ServedRelease) -> None:
        self._served, self._refused = opened, None
        _LOGGER.info("serving release %s", opened.version)


async def _run_steps(steps: Iterable[Callable[[], object]], version: str) -> None:
    """Run steps one after the other, and then return freed memory to the operating system."""
    try:
        for step in steps:
            await run_in_threadpool(step)
        await run_in_threadpool(return_freed_memory)
    except Kv2rdfError as error:
        _LOGGER.warning("release %s is not prepared: %s", version, error)
