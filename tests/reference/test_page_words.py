"""The words of the pages, which are all in one table, in both languages, and all used."""

import re
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from jinja2 import Environment

from kv2rdf.query import case_view
from kv2rdf.reference import page_words
from kv2rdf.reference.page_words import PageWords, message_table
from kv2rdf.release import report_page
from kv2rdf.server import pages

FOLDER = Path(pages.__file__).parent
REPORT = Path(report_page.__file__).parent
CASE_VIEW = Path(case_view.__file__).parent
TEMPLATES = sorted([*FOLDER.glob("templates/*.j2"), *REPORT.parent.glob("templates/*.j2")])
LETTERS = re.compile(r"[A-Za-z]{2,}")
VISIBLE = re.compile(r"""(?:aria-label|alt|title|placeholder|content)="([^"{]*)""")


def without_tags(text: str) -> str:
    """Return the text between the tags of a template, whose expressions were replaced by 0."""
    return re.sub(r"<[^>]*>", "", text, flags=re.DOTALL)


def data_of(template: Path) -> str:
    tokens = Environment().lex(template.read_text(encoding="utf-8"))
    return "".join(value if kind == "data" else "0" for _, kind, value in tokens)


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_template_has_words_of_its_own(template: Path) -> None:
    data = data_of(template).replace("&nbsp;", "")
    assert LETTERS.findall(without_tags(data)) == []
    allowed = {"utf-8", "width=device-width, initial-scale=1", "light dark", "noindex"}
    assert [word for word in VISIBLE.findall(data) if LETTERS.search(word)
            and word not in allowed] == []  # fmt: skip


def test_every_message_is_used_and_every_used_message_exists() -> None:
    others = (Path(page_words.__file__), *CASE_VIEW.glob("*.py"), *REPORT.glob("*.py"))
    sources = [*TEMPLATES, *FOLDER.parent.rglob("*.py"), *others]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    whole = set(re.findall(r"""["']([a-z][\w-]*)["']""", text))
    starts = set(re.findall(r"""[tn(]\(?["']([a-z]+_)["'] \+""", text))
    starts |= set(re.findall(r"""["']([a-z]+_)["']""", text))
    starts |= set(re.findall(r"""f["']([a-z]+_)\{""", text))
    unused = {key for key in message_table() if key not in whole}
    assert {key for key in unused if not key.startswith(tuple(starts))} == set()
    asked = set(re.findall(r"""\b(?:t|n|words\.text|words\.counted)\(["']([\w-]+)["'][,)]""", text))
    problem = r"""(?:TranslatedProblem|missing_page|\.translated)\(\s*[\w."/]+,\s*"(\w+)\""""
    asked |= set(re.findall(problem, text))
    assert asked - set(message_table()) == set()


def test_both_languages_have_the_same_values_in_a_message() -> None:
    for key, entry in message_table().items():
        assert set(entry) == {"nl", "en"}, key
        dutch, english = ([text] if isinstance(text, str) else text for text in entry.values())
        assert len(dutch) == len(english), key
        fields = {
            frozenset(name for _, name, _, _ in Formatter().parse(text) if name)
            for text in (*dutch, *english)
        }
        assert len(fields) == 1, key


def test_numbers_shares_and_days() -> None:
    dutch, english = PageWords("nl"), PageWords("en")
    assert (dutch.number(23682), english.number(23682)) == ("23.682", "23,682")
    assert dutch.share(15203, 23682) == "64% (15.203 van 23.682)"
    assert dutch.short_day(date(2022, 3, 1)) == "1 mrt 2022"
    assert english.short_day(date(2022, 1, 18)) == "18 Jan 2022"
    assert dutch.counted("answered_after", 1) == "Beantwoord na 1 dag"
    assert dutch.listed(["4", "5", "6"]) == "4, 5 en 6"


def test_a_message_that_is_missing_or_of_the_other_sort_is_an_error() -> None:
    for wrong in ("no_such_message", "answered_after"):
        with pytest.raises(KeyError):
            PageWords("nl").text(wrong)
    with pytest.raises(KeyError):
        PageWords("nl").counted("search", 1)
