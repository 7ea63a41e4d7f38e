"""Pages in HTML, made from the templates of this package. Every value is escaped."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import served_release

HTML = "text/html; charset=utf-8"


def page_text(request: Request, template: str, **values: object) -> str:
    """Return the page that a template makes of some values.

    A template also has ``release``, the release that is served, and ``root``, the path that is
    before every link: it is empty, unless a proxy serves this server below a path.
    """
    root = root_path(request)
    made = _environment().get_template(template)
    return made.render(release=served_release(request), root=root, **values) + "\n"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
