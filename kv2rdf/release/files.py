"""The names and the paths of the files of a release."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.storage.release_folder import MANIFEST, NQUADS, TURTLE

RUN = "run.json"
CHECKSUMS = "checksums.json"
TEXT_INDEX = "textindex.sqlite"


@dataclass(frozen=True, slots=True)
class ReleaseFiles:
    """The paths of the files and folders of a release, all of which are in ``folder``.

    ``run`` and the files defined after it are not in the manifest, because two builds of the same
    release may write them differently. The paths need not exist.
    """

    folder: Path

    @property
    def nquads(self) -> Path:
        """The dump as sorted N-Quads, compressed."""
        return self.folder / NQUADS

    @property
    def turtle(self) -> Path:
        """The dump as Turtle, compressed."""
        return self.folder / TURTLE

    @property
    def dossiers(self) -> Path:
        """The folder with a readable Turtle file for each case."""
        return self.folder / "dossiers"

    @property
    def catalogue(self) -> Path:
        """The description of the dataset and its dumps, as DCAT."""
        return self.folder / "catalogue.ttl"

    @property
    def readme(self) -> Path:
        """The README of the release."""
        return self.folder / "README.md"

    @property
    def licence(self) -> Path:
        """The licence of the data."""
        return self.folder / "LICENSE"

    @property
    def register_sources(self) -> Path:
        """The sources of the register that the program contains, with the licence of each."""
        return self.folder / "SOURCES.csv"

    @property
    def ontology(self) -> Path:
        """The folder with the definitions of the terms, and the JSON-LD context."""
        return self.folder / "ontology"

    @property
    def shapes(self) -> Path:
        """The folder with the rules that the data satisfies."""
        return self.folder / "shapes"

    @property
    def report(self) -> Path:
        """The report of the build, as JSON."""
        return self.folder / "report.json"

    @property
    def report_page(self) -> Path:
        """The report of the build as a web page in Dutch."""
        return self.folder / "report.html"

    @property
    def english_report_page(self) -> Path:
        """The report of the build as a web page in English."""
        return self.folder / "report.en.html"

    @property
    def quarantine(self) -> Path:
        """The folder with a file for each document that is held back."""
        return self.folder / "quarantine"

    @property
    def manifest(self) -> Path:
        """The manifest, which lists the SHA-256 digest of each file defined above."""
        return self.folder / MANIFEST

    @property
    def run(self) -> Path:
        """The host, times and settings of the build, and the addresses that have vanished."""
        return self.folder / RUN

    @property
    def audit(self) -> Path:
        """The results of an audit."""
        return self.folder / "audit.json"

    @property
    def store(self) -> Path:
        """The folder of the SPARQL store."""
        return self.folder / "store"

    @property
    def text_index(self) -> Path:
        """The index for full-text search."""
        return self.folder / TEXT_INDEX

    @property
    def checksums(self) -> Path:
        """The sizes and checksums of the manifest, the store, the text index and the state."""
        return self.folder / CHECKSUMS

    @property
    def state(self) -> Path:
        """The folder with the files that the next build starts from."""
        return self.folder / "state"

    @property
    def spool(self) -> Path:
        """The papers that were read from all documents."""
        return self.state / "spool.sqlite"

    @property
    def seeds(self) -> Path:
        """A copy of the tables in seeds/ that the release was built with."""
        return self.state / "seeds"

    @property
    def ledger(self) -> Path:
        """The record of the build: its inputs and its clusters."""
        return self.state / "ledger.json"

    @property
    def parts(self) -> Path:
        """The folder for the lines that workers write. It is removed at the end of the build."""
        return self.folder / "parts"

    @property
    def previous_parts(self) -> Path:
        """The folder for the lines of changed clusters, as they were in the previous release."""
        return self.parts / "before"

    def name(self, path: Path) -> str:
        """Return the name of a file in the release: its path below ``folder``, with slashes."""
        # This is called for every case, and ``relative_to`` takes apart both paths.
        written, beginning = path.as_posix(), f"{self.folder.as_posix()}/"
        if written.startswith(beginning):
            return written.removeprefix(beginning)
        return path.relative_to(self.folder).as_posix()

    def listed(self) -> list[Path]:
        """Return the path of every file that belongs in the manifest, sorted by name.

        Raises OSError if the folder cannot be read.
        """
        outside = {self.manifest, self.run, self.audit, self.state}
        derived = {self.store, self.text_index, self.checksums}
        found: list[Path] = []
        for top in self.folder.iterdir():
            if top not in outside | derived:
                found += _files_below(top) if top.is_dir() else filter(Path.is_file, [top])
        return sorted(found, key=self.name)


def _files_below(folder: Path) -> Iterator[Path]:
    """Yield all files in a folder and its subfolders. This is much faster than ``Path.rglob``."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _files_below(folder / entry.name)
            elif entry.is_file():
                yield folder / entry.name
