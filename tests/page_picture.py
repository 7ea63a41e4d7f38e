"""The picture of a case page in the README, taken by ``python -m tests.page_picture``.

The program builds the release of the seed, serves it, and needs Chromium and Playwright
(``.ci/run``).
"""

import tempfile
from pathlib import Path

from kv2rdf.api import build_release
from tests.browser.chromium import chromium
from tests.server.clients import running_server

PICTURE = Path(__file__).parents[1] / "docs" / "case-page.png"
SEEDS = Path(__file__).parents[1] / "seeds" / "kamervragen"
_SIZE, _SCALE = (1180, 900), 0.75


def take_picture(release: Path, target: Path) -> None:
    """Write a picture of the page of the seed, as a PNG."""
    with running_server(release) as (address, _), chromium() as browser:
        width, height = _SIZE
        page = browser.new_page(
            viewport={"width": width, "height": height},
            color_scheme="light",
            device_scale_factor=_SCALE,
        )
        page.goto(f"{address}/nl/zaak/2022Z00634")
        page.screenshot(path=target)


def main() -> None:
    """Take the picture."""
    with tempfile.TemporaryDirectory() as folder:
        release = Path(folder) / "release"
        build_release(SEEDS, release)
        take_picture(release, PICTURE)


if __name__ == "__main__":
    main()
