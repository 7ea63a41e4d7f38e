"""Files that crawlers and browsers look for: robots.txt, and a description of the search.

The formats are those of RFC 9309 and https://github.com/dewitt/opensearch.
"""

from xml.sax.saxutils import escape

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

OPENSEARCH = "application/opensearchdescription+xml"

_ROBOTS = """\
# All data can be downloaded at once: {base}data/kamervragen.nq.gz (N-Quads)
# and {base}data/kamervragen.ttl.gz (Turtle). {base}data/catalogue.ttl describes them.
User-agent: *
Disallow: {root}/sparql
Disallow: {root}/reconcile
Disallow: {root}/nl/zoek
Disallow: {root}/en/zoek
Disallow: {root}/nl/bevragen
Disallow: {root}/en/bevragen
Disallow: {root}/*vorm=
Allow: {root}/

Sitemap: {base}sitemap.xml
"""

_DESCRIPTION = """\
<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Kamervragen</ShortName>
<Description>Search the written questions of the Dutch parliament and their answers</Description>
<InputEncoding>UTF-8</InputEncoding>
<Language>nl</Language>
<Url type="text/html" template="{base}nl/zoek?q={{searchTerms}}"/>
</OpenSearchDescription>
"""


def crawler_routes() -> list[Route]:
    """Return the routes of robots.txt and of the description of the search."""
    return [Route("/robots.txt", _robots), Route("/opensearch.xml", _search)]


def _robots(request: Request) -> Response:
    root = request.scope.get("root_path", "")
    return Response(_ROBOTS.format(base=request.base_url, root=root), media_type="text/plain")


def _search(request: Request) -> Response:
    base = escape(str(request.base_url), {'"': "&quot;"})
    return Response(_DESCRIPTION.format(base=base), media_type=OPENSEARCH)
