"""Pages in HTML, made from the templates of this package. Every value is escaped."""

from pathlib import Path

from starlette.requests import Request

from kv2rdf.server.request_path import root_path
from kv2rdf.server.served_release import served_release
from kv2rdf.server.template_folder import template_folder

_FOLDER = Path(__file__).parent / "templates"

HTML = "text/html; charset=utf-8"


def page_text(request: Request, template: str, **values: object) -> str:
    """Return the page that a template makes from some values.

    The template can also use ``release``, the release that is served, and ``root``, the path with
    which every link begins. It is empty unless a proxy serves this server below a path.
    """
    root = root_path(request)
    made = template_folder(_FOLDER).get_template(template)
    return made.render(release=served_release(request), root=root, **values) + "\n"
