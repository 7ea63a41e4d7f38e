"""Documents for campaigns that build, and what must be equal in two releases."""

import hashlib
from pathlib import Path

from tests.conftest import ROOT

_PAGE = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
_NOT_EQUAL = {"run.json", "audit.json", "checksums.json", "store", "textindex.sqlite", "state"}


def page_numbered(number: int) -> str:
    """Return the page of the seed, with another number."""
    text = _PAGE.read_text(encoding="utf-8")
    return text.replace("2022Z00634", f"2022Z{number:05}").replace("-1881", f"-{number}")


def published_digest(link: Path) -> dict[str, str]:
    """Return the sha256 of each file that must be equal in two builds of the same documents."""
    release = link.resolve()
    return {
        path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(release.rglob("*"))
        if path.is_file() and path.relative_to(release).parts[0] not in _NOT_EQUAL
    }
