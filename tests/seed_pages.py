"""Pages like the seed page, with other numbers."""

from tests.conftest import ROOT

_PAGE = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"


def page_numbered(number: int) -> str:
    """Return the page of the seed, with another question number and number in the Aanhangsel."""
    text = _PAGE.read_text(encoding="utf-8")
    return text.replace("2022Z00634", f"2022Z{number:05}").replace("-1881", f"-{number}")
