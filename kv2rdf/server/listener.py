"""The socket on which the server listens for connections."""

import socket

_BACKLOG = 2048


def listening_socket(host: str, port: int) -> socket.socket:
    """Return a socket that listens on a port. For port 0, any free port is chosen.

    Raises OSError if the host is not known, or if the port cannot be used.
    """
    family, _, _, _, address = socket.getaddrinfo(
        host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    return socket.create_server((address[0], port), family=family, backlog=_BACKLOG)
