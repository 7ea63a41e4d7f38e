"""The rendering of the templates of pages."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup, escape

from kv2rdf.reference.page_words import LANGUAGES, PageWords
from kv2rdf.reference.template_folder import template_folder
from kv2rdf.server.pages.fixed_words import filled_templates
from kv2rdf.server.pages.page_filters import day_filters, with_links
from kv2rdf.server.pages.page_site import PageSite

_FOLDER = Path(__file__).parent / "templates"
_WORD_START = re.compile(r"(?<=[a-z:])(?=[A-Z])|(?<=_)")
"""The place before a word in the name of a term."""


def page_html(site: PageSite, template: str, **values: object) -> str:
    """Return the page that the template with the name ``template`` renders with ``values``.

    The template can also use ``site`` and ``words``, the functions ``t`` and ``n``, which return
    words in the language of the page, and ``start``, the start of the links to pages in it.
    """
    words = site.words
    made = _templates(site.language).get_template(template)
    context = made.new_context(
        {
            "site": site,
            "start": site.link(""),
            "words": words,
            "t": words.text,
            "n": words.counted,
            **values,
        }
    )
    text = "".join(made.root_render_func(context))
    # The context and the macros refer to each other. Without this, they and all values would be
    # kept until Python collects garbage, which then stops all requests for a moment.
    context.vars.clear()
    context.parent.clear()
    return f"{text.strip()}\n"


def compile_templates(names: Iterable[str]) -> None:
    """Compile templates in all languages, so that no reader of their pages waits for it."""
    for language in LANGUAGES:
        for name in names:
            _templates(language).get_template(name)


@cache
def _templates(language: str) -> Environment:
    words = PageWords(language)
    templates = filled_templates(template_folder(_FOLDER), words)
    own = {"with_breaks": with_breaks, "with_links": with_links, **day_filters(words)}
    # The filters of the folder are shared by both languages, so they are not changed.
    templates.filters = {**templates.filters, **own}
    return templates


def with_breaks(name: str) -> Markup:
    """Return the name of a term as HTML that a browser may break before each word.

    For example, "kv:concernsDossier" may be broken before "Dossier" in a narrow column.
    """
    return Markup(_WORD_START.sub("<wbr>", str(escape(name))))  # noqa: S704 - the name is escaped
