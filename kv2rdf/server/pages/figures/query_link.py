"""Links that run a query and show its result."""

from urllib.parse import urlencode

from kv2rdf.server.pages.page_site import PageSite


def query_link(site: PageSite, query: str) -> str:
    """Return the link to the page with the result of a query."""
    return f"{site.link('bevragen')}?{urlencode({'query': query})}"
