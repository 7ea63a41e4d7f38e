"""The path of a request, without the path under which a proxy publishes this server."""

from starlette.requests import HTTPConnection
from starlette.types import Scope

_SECTIONS = frozenset(
    (
        "api", "assets", "bron", "data", "dataset", "def", "doc", "eli", "en", "graph", "health",
        "id", "nl", "reconcile", "run", "shapes", "sitemap", "sparql", "statistiek",
    )
)  # fmt: skip
"""The first segments of paths that are counted and logged separately. All others are combined."""


def root_path(request: HTTPConnection) -> str:
    """Return the path under which a proxy publishes this server, without a trailing slash.

    It is empty if there is no proxy, or if the proxy publishes the server at the root.
    """
    return str(request.scope.get("root_path", ""))


def path_below_root(request: HTTPConnection) -> str:
    """Return the path of a request below ``root_path``. It begins with a slash."""
    return str(request.scope["path"]).removeprefix(root_path(request))


def path_section(scope: Scope) -> str:
    """Return the section of the site that a request is for, or "other" for any other path."""
    first = str(scope["path"]).removeprefix(scope.get("root_path", "")).split("/")[1:2]
    return first[0] if first and first[0] in _SECTIONS else "other"
