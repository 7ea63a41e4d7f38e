"""The page that lists the files of a release, with their sizes and checksums."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.release.files import ReleaseFiles
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html

_FILES = ReleaseFiles(Path())
_KINDS = {
    _FILES.nquads.name: "nquads",
    _FILES.turtle.name: "turtle",
    _FILES.catalogue.name: "catalogue",
    _FILES.report_page.name: "report",
    _FILES.english_report_page.name: "report_en",
    _FILES.report.name: "report_json",
    _FILES.manifest.name: "manifest",
    _FILES.licence.name: "licence",
    _FILES.readme.name: "readme",
    _FILES.register_sources.name: "sources",
}
_SYNTAXES = {_FILES.nquads.name: "N-Quads", _FILES.turtle.name: "Turtle"}


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of a release. ``size`` is in bytes."""

    name: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class _ListedFile:
    """A file as it is shown. ``syntax`` is its syntax if the file contains all data."""

    name: str
    what: str
    size: str
    sha256: str
    syntax: str | None


def data_html(site: PageSite, files: Iterable[PublishedFile]) -> str:
    """Return the page that lists ``files``."""
    listed = [
        _ListedFile(
            f.name,
            _KINDS.get(f.name, "other"),
            _size(site, f.size),
            f.sha256,
            _SYNTAXES.get(f.name),
        )
        for f in files
    ]
    order = [*_KINDS]
    listed.sort(key=lambda f: (order.index(f.name) if f.name in order else len(order), f.name))
    return page_html(site, "data.html.j2", files=listed)


def _size(site: PageSite, size: int) -> str:
    """Return a size in bytes as text: in MB, or in kB if it is less than 1 MB."""
    if size < 1_000_000:
        return f"{max(1, round(size / 1000))}\u00a0kB"
    written = f"{size / 1_000_000:.1f}"
    return f"{written.replace('.', ',') if site.language == 'nl' else written}\u00a0MB"
