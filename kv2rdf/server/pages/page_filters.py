"""Filters of templates that write the smallest pieces of pages: linked words and dates.

A template calls a filter directly, which takes much less time than calling a macro or a method.
"""

from collections.abc import Callable, Iterable
from datetime import date

from markupsafe import Markup

from kv2rdf.reference.page_words import PageWords
from kv2rdf.reference.template_folder import safe_html
from kv2rdf.server.pages.case_people import LinkedWords


def with_links(words: Iterable[LinkedWords]) -> Markup:
    """Return words as HTML with their links, without white space at either end."""
    return Markup("".join(map(_linked_html, words)).strip())  # noqa: S704 - every value is escaped


def day_filters(words: PageWords) -> dict[str, Callable[[date], Markup]]:
    """Return the filters that write a date in the language of ``words``: in full, or shortened."""

    def day(value: date) -> Markup:
        return _time_html(value, words.day(value))

    def short_day(value: date) -> Markup:
        return _time_html(value, words.short_day(value))

    return {"day": day, "short_day": short_day}


def _linked_html(words: LinkedWords) -> str:
    text = safe_html(words.text)
    if not words.href:
        return text
    kind = "" if words.is_certain else ' class="unlinked"'
    return f'<a href="{safe_html(words.href)}"{kind}>{text}</a>'


def _time_html(value: date, written: str) -> Markup:
    return Markup(f'<time datetime="{value.isoformat()}">{written}</time>')  # noqa: S704 - no markup
