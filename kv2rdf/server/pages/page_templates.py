"""The templates of the pages. Every value is escaped, and a missing value is an error."""

from pathlib import Path

from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.template_folder import template_folder

_FOLDER = Path(__file__).parent / "templates"


def page_html(site: PageSite, template: str, **values: object) -> str:
    """Return the page that a template makes of some values.

    A template also has ``site`` and ``words``, and the functions ``t`` and ``n`` for its words.
    """
    words = site.words
    made = template_folder(_FOLDER).get_template(template)
    return (
        made.render(site=site, words=words, t=words.text, n=words.counted, **values).strip() + "\n"
    )
