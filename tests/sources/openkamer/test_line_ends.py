"""The line ends of an openkamer page, which may be those of any system."""

import itertools
import re
from itertools import pairwise

import pytest
from msgspec.structs import replace

from kv2rdf.errors import ReadError
from kv2rdf.model.paper import Paper
from kv2rdf.model.rules import FindingRule
from kv2rdf.reference.shipped_folders import folder
from tests.every_case import every_case
from tests.openkamer_page import block, page
from tests.papers import read_papers

SEED = (folder("seeds") / "kamervragen" / "2022Z00634.txt").read_text(encoding="utf-8")


@every_case(
    ("end", "byte_order_mark"), [("\r\n", ""), ("\r", ""), ("\r\n", "\ufeff"), ("\r", "\ufeff")]
)
def test_the_line_ends_of_any_system_are_read(end: str, byte_order_mark: str) -> None:
    changed = byte_order_mark + SEED.replace("\n", end)
    assert without_hashes(read_papers(changed)) == without_hashes(read_papers(SEED))


def test_mixed_line_ends_are_read() -> None:
    """A CR before an empty line that ends in LF would be a CRLF, so a CR is used only elsewhere."""
    ends = itertools.cycle(["\n", "\r\n", "\r"])
    lines = [*SEED.split("\n"), "last"]
    changed = "".join(
        line + (next(ends) if following else "\r\n") for line, following in pairwise(lines)
    )
    assert [len(re.findall(end, changed)) > 3 for end in (r"\r\n", r"\r(?!\n)", r"(?<!\r)\n")] == [
        True, True, True,
    ]  # fmt: skip
    assert without_hashes(read_papers(changed)) == without_hashes(read_papers(f"{SEED}\n"))


def without_hashes(papers: tuple[Paper, ...]) -> list[Paper]:
    """Return papers with an empty checksum of their source."""
    return [replace(paper, source=replace(paper.source, sha256="")) for paper in papers]


@every_case("end", ["\u2028", "\u2029", "\x85", "\x0b", "\x0c", "\x1c", "\x1e"])
def test_what_ends_a_line_only_in_unicode_is_text(end: str) -> None:
    questions, answer = read_papers(page(block(1, f"Weet{end}u het?", f"Ja,{end}zeker.")))
    assert questions.questions[0].text.paragraphs == (f"Weet{end}u het?",)
    assert answer.answers[0].text.paragraphs == (f"Ja,{end}zeker.",)
    found = [r.location for r in questions.remarks if r.rule is FindingRule.CONTROL_CHARACTERS]
    assert found == ([] if end in "\u2028\u2029" else [f"line 12: U+{ord(end):04X}"])


@every_case("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"])
def test_a_page_in_wide_characters_is_held_back(encoding: str) -> None:
    with pytest.raises(ReadError, match="line 1: is not UTF-8"):
        read_papers(SEED.encode(encoding))


@every_case("before", ["\n", " ", "\ufeff\ufeff", "\r\n\t", " " * 500])
def test_a_page_after_white_space_is_held_back(before: str) -> None:
    with pytest.raises(ReadError, match="line 1: expected"):
        read_papers(before + SEED)
