"""The distribution of new connections over the processes of a server.

If the processes shared a listening socket, or had one each with ``SO_REUSEPORT``, the system would
choose the process of each connection: in the first case, one process often gets nearly all of them;
in the second, it is left to chance, and connections wait at the socket of a process that has ended.
"""

import socket
from collections.abc import Iterable
from typing import Final

from kv2rdf.server.passed_connections import ConnectionSender

RETRY_SECONDS: Final = 0.02
"""The number of seconds to wait if a connection cannot be accepted or passed to a process."""


class ConnectionDistributor:
    """Accepts connections, and passes each to the process that has the fewest.

    ``is_blocked`` is whether the last connection could not be accepted or passed on. If so,
    ``distribute`` must be called again later.
    """

    def __init__(self, listener: socket.socket) -> None:
        """Accept connections from a listening socket."""
        listener.settimeout(0)
        self.listener = listener
        self.is_blocked = False
        self._untaken: socket.socket | None = None

    def distribute(self, senders: Iterable[ConnectionSender]) -> None:
        """Accept all connections that wait, unless no process can take them.

        A connection that is not accepted remains in the queue of the listening socket.
        """
        usable = [sender for sender in senders if sender.is_usable]
        self.is_blocked = False
        while usable and not self.is_blocked:
            connection = self._untaken or self._accepted()
            if connection is None:
                return
            usable.sort(key=lambda sender: sender.open_connections)
            self.is_blocked = not any(sender.send(connection) for sender in usable)
            self._untaken = connection if self.is_blocked else None
            if not self.is_blocked:
                connection.close()

    def close(self) -> None:
        """Close the listening socket, and the connection that no process could take."""
        self.listener.close()
        if self._untaken is not None:
            self._untaken.close()

    def _accepted(self) -> socket.socket | None:
        try:
            return self.listener.accept()[0]
        except (BlockingIOError, ConnectionAbortedError):
            return None
        except OSError:  # such as too many open files
            self.is_blocked = True
            return None
