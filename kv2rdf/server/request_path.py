"""The path of a request, below the path at which a proxy serves this server."""

from starlette.requests import HTTPConnection
from starlette.types import Scope

_SECTIONS = frozenset(
    (
        "api", "assets", "bron", "data", "dataset", "def", "doc", "eli", "en", "graph", "health",
        "id", "nl", "reconcile", "run", "shapes", "sitemap", "sparql", "statistiek",
    )
)  # fmt: skip
"""The first segments of paths that are counted and logged apart. All others are taken together."""


def root_path(request: HTTPConnection) -> str:
    """Return the path at which a proxy serves this server, without a slash at its end.

    It is empty if no proxy does, or if the proxy serves it at the root.
    """
    return str(request.scope.get("root_path", ""))


def path_below_root(request: HTTPConnection) -> str:
    """Return the path of a request as this server sees it, beginning with a slash."""
    return str(request.scope["path"]).removeprefix(root_path(request))


def path_section(scope: Scope) -> str:
    """Return the part of the site that a request is about, which tells nothing personal."""
    first = str(scope["path"]).removeprefix(scope.get("root_path", "")).split("/")[1:2]
    return first[0] if first and first[0] in _SECTIONS else "other"
