"""Plain English: phrases that the code and the docs do not use, and how docstrings begin."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(
    path for top in ("kv2rdf", "tests", "benchmarks") for path in (ROOT / top).rglob("*.py")
)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FIRST_WORDS = {"Give", "Gives", "Tell", "Tells", "Say", "Says"}
PHRASES = {
    "for who": ("for who", r"\bfor who\b"),
    "is no": (" no ", r"(?<![Tt]here )(?<!it )\bis no (?!longer\b|more\b|less\b)"),
    "brought home": (" home", r"\bbrought home\b|\bbrings? home\b"),
    "told": ("told", r"\b(?:is|are|was|were) told\b|\btold (?:of|by|in)\b"),
    "stands": ("stand", r"\bstands?\b(?! for| van zaken| \|)"),
    "anew": ("anew", r"\banew\b"),
    "mostly": ("ly", r"\b(?:mostly|hardly)\b"),
    "of which": ("of which that", r"\bof which that\b"),
    "as it came in": ("as it came in", r"\bas it came in\b"),
    "of ours": ("of ours", r"\bof ours\b"),
    "made again": ("made again", r"\bmade again\b"),
    "code of our own": ("code of ", r"\bcode of (?:our|its) own\b"),
    "says of itself": (" of ", r"\bsays? of (?:itself|them)\b"),
    "in its turn": ("in its turn", r"\bin its turn\b"),
    "noughts": ("nought", r"\bnoughts?\b"),
    "at hand": ("at hand", r"\bat hand\b"),
    "one a case": ("one ", r"\bone (?:\w+ )?a (?:case|day|year|kind|line|row|page|second)\b"),
    "tell apart": (" apart", r"\b(?:tells? \w+|told) apart\b"),
}
"""Phrases to avoid. Each has characters that a text with it contains, and a pattern."""
LONGEST = 100
TEST_NAME = re.compile(r"\bdef test_(\w+)\(")


@cache
def prose(path: Path) -> tuple[tuple[int, str], ...]:
    """Return the docstrings and comments of a Python file, each with its line."""
    found = []
    text = path.read_text(encoding="utf-8")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef):
            docstring = ast.get_docstring(node, clean=False)
            if docstring:
                found.append((node.body[0].lineno, docstring))
    found += [
        (token.start[0], token.string)
        for token in tokenize.generate_tokens(io.StringIO(text).readline)
        if token.type == tokenize.COMMENT
    ]
    return tuple(found)


def paragraphs(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the lines of a page that are not code, each with its number."""
    fenced = False
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        fenced ^= line.startswith("```")
        if not fenced and not line.startswith("    "):
            yield number, re.sub(r"`[^`]*`", "", line)


def phrases_in(text: str) -> list[str]:
    """Return which of the phrases to avoid are in a text."""
    return [
        name
        for name, (part, pattern) in PHRASES.items()
        if part in text and re.search(pattern, text)
    ]


def test_the_list_finds_what_it_is_for() -> None:
    assert phrases_in("for who reads it there") == ["for who"]
    assert phrases_in("{link}: is no release of ours") == ["is no", "of ours"]
    assert phrases_in("There is no release. It is no longer there.") == []
    assert phrases_in("text that stands in a wrong place") == ["stands"]
    assert phrases_in("NR stands for a Z-number") == []
    assert phrases_in("a file of ours, with one line a case") == ["of ours", "one a case"]
    assert phrases_in("one line for each case, made once") == []


def test_code_has_none_of_the_phrases() -> None:
    found = [
        (str(path.relative_to(ROOT)), line, name)
        for path in CODE
        if path != Path(__file__) and phrases_in(path.read_text(encoding="utf-8"))
        for line, text in prose(path)
        for name in phrases_in(text)
    ]
    assert found == []


def test_names_of_tests_have_none_of_the_phrases() -> None:
    found = [
        (name, phrase)
        for path in CODE
        for name in TEST_NAME.findall(path.read_text(encoding="utf-8"))
        for phrase in phrases_in(name.replace("_", " "))
    ]
    assert found == []


def test_no_docstring_begins_as_a_story() -> None:
    found = [
        (str(path.relative_to(ROOT)), line)
        for path in CODE
        if re.search(rf"\b(?:{'|'.join(FIRST_WORDS)})\b", path.read_text(encoding="utf-8"))
        for line, text in prose(path)
        if text.split(maxsplit=1)[:1] and text.split(maxsplit=1)[0] in FIRST_WORDS
    ]
    assert found == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_pages_have_none_of_the_phrases_and_short_lines(page: Path) -> None:
    found = [(line, name) for line, text in paragraphs(page) for name in phrases_in(text)]
    assert found == []
    long = [
        number
        for number, line in enumerate(page.read_text(encoding="utf-8").splitlines(), start=1)
        if len(line) > LONGEST and not line.startswith(("|", "    ", "  <"))
    ]
    assert long == []
