"""The rendering of HTML pages from the templates of this package."""

from pathlib import Path

from starlette.requests import Request

from kv2rdf.reference.template_folder import template_folder
from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import served_release

_FOLDER = Path(__file__).parent / "templates"

HTML = "text/html; charset=utf-8"


def page_text(request: Request, template: str, **values: object) -> str:
    """Return the page that is rendered from a template with the given values.

    Every value is escaped. The template can also use ``release``, which is the served release, and
    ``root``, which is the path that every link begins with. ``root`` is empty unless a proxy serves
    this server below a path.
    """
    root = root_path(request)
    made = template_folder(_FOLDER).get_template(template)
    return made.render(release=served_release(request), root=root, **values) + "\n"
