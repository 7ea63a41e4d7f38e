"""Words that are filled in when a template is compiled."""

import pytest
from jinja2 import DictLoader, Environment

from kv2rdf.reference.page_words import PageWords
from kv2rdf.server.pages.fixed_words import filled_templates

TABLE = {"answer": {"nl": "<Antwoord>", "en": "<Answer>"}, "day": {"nl": "dag {n}", "en": ""}}


@pytest.fixture(autouse=True)
def _table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kv2rdf.reference.page_words.message_table", lambda: TABLE)


def templates(source: str, language: str) -> Environment:
    plain = Environment(loader=DictLoader({"page": source}), autoescape=True)
    return filled_templates(plain, PageWords(language))


@pytest.mark.parametrize(("language", "word"), [("nl", "Antwoord"), ("en", "Answer")])
def test_fixed_words_are_in_the_compiled_template_and_escaped(language: str, word: str) -> None:
    page = templates('a {{ t("answer") }} {{- t("answer") }} z', language).get_template("page")
    assert page.render() == f"a &lt;{word}&gt;&lt;{word}&gt; z"


def test_words_that_depend_on_a_value_are_looked_up_for_each_page() -> None:
    source = '{{ t("day", n=number) }} {{ t(key) }} {{ t("answer")|upper }}'
    page = templates(source, "nl").get_template("page")
    for number in (1, 2):
        shown = page.render(t=PageWords("nl").text, number=number, key="answer")
        assert shown == f"dag {number} &lt;Antwoord&gt; &lt;ANTWOORD&gt;"


def test_words_that_the_table_does_not_have_are_an_error() -> None:
    with pytest.raises(KeyError, match="no such words"):
        templates('{{ t("no such words") }}', "nl").get_template("page")
