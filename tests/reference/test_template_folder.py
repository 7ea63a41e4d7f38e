"""Values in templates are escaped as MarkupSafe escapes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, UndefinedError
from markupsafe import Markup, escape

from kv2rdf.reference.template_folder import page_environment, safe_html
from tests.every_case import every_case


class _Html:
    def __html__(self) -> str:
        return "<br>"


@given(st.text("ab&<>'\"é\n") | st.integers() | st.none() | st.booleans())
def test_a_value_is_escaped_as_by_markupsafe(value: object) -> None:
    assert safe_html(value) == escape(value)
    assert safe_html(Markup(str(value))) == str(value)
    assert safe_html(_Html()) == "<br>"


@every_case(
    ("source", "page"),
    [
        ("{{ value }}", "&lt;b&gt; &amp; &#34;"),
        ("{{ value|safe }}", '<b> & "'),
        ("{{ value|upper }}", "&lt;B&gt; &amp; &#34;"),
        ("<i title='{{ value }}'>", "<i title='&lt;b&gt; &amp; &#34;'>"),
        (
            "{% macro m(v) %}<i>{{ v }}</i>{% endmacro %}{{ m(value) }}",
            "<i>&lt;b&gt; &amp; &#34;</i>",
        ),
        ("{% set v %}<i>{{ value }}{% endset %}{{ v }}", "<i>&lt;b&gt; &amp; &#34;"),
        ("{% autoescape false %}{{ value }}{% endautoescape %}", '<b> & "'),
    ],
)
def test_a_template_escapes_values_once(source: str, page: str) -> None:
    templates = page_environment(DictLoader({"page": source}))
    assert templates.get_template("page").render(value='<b> & "') == page


def test_a_compiled_template_calls_the_faster_function() -> None:
    """This depends on a private method of Jinja."""
    compiled = page_environment(DictLoader({})).compile("{{ value }}", raw=True)
    assert "environment.safe_html(" in compiled


def test_a_missing_value_is_an_error() -> None:
    templates = page_environment(DictLoader({"page": "{{ missing }}"}))
    with pytest.raises(UndefinedError):
        templates.get_template("page").render()
