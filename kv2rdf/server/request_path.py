"""The path of a request, below the path at which a proxy serves this server."""

from starlette.requests import HTTPConnection


def root_path(request: HTTPConnection) -> str:
    """Return the path at which a proxy serves this server, without a slash at its end.

    It is empty if no proxy does, or if the proxy serves it at the root.
    """
    return str(request.scope.get("root_path", ""))


def path_below_root(request: HTTPConnection) -> str:
    """Return the path of a request as this server sees it, beginning with a slash."""
    return str(request.scope["path"]).removeprefix(root_path(request))
