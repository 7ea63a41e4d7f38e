"""The templates of the pages. Every value is escaped, and a missing value is an error."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kv2rdf.server.pages.page_site import PageSite


def page_html(site: PageSite, template: str, **values: object) -> str:
    """Return the page that a template makes of some values.

    A template also has ``site`` and ``words``, and the functions ``t`` and ``n`` for its words.
    """
    words = site.words
    made = _environment().get_template(template)
    return (
        made.render(site=site, words=words, t=words.text, n=words.counted, **values).strip() + "\n"
    )


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
