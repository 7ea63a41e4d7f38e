"""Connections that one process accepts and passes to another process.

The channel between both processes is a pair of Unix sockets. In one direction, it carries the file
descriptor of each connection. In the other, it carries one byte for each connection that is closed.
"""

import errno
import socket
from contextlib import suppress
from typing import Final

_MARK: Final = b"."
_READ_BYTES: Final = 4_096
_FULL: Final = frozenset({errno.EAGAIN, errno.ETOOMANYREFS})
"""The errors of a channel that is full until the other process reads from it."""


class ConnectionSender:
    """The end of a channel at the process that accepts connections.

    ``is_usable`` is false if the other process has ended or takes no more connections.
    ``open_connections`` is the number of its connections that are open.
    """

    def __init__(self, channel: socket.socket) -> None:
        """Use this end of the channel."""
        self._channel = channel
        self.is_usable = True
        self.open_connections = 0

    def fileno(self) -> int:
        """Return the file descriptor. It can be read if the other process has closed something."""
        return self._channel.fileno()

    def send(self, connection: socket.socket) -> bool:
        """Pass a connection to the other process, and return whether that was possible."""
        try:
            socket.send_fds(self._channel, [_MARK], [connection.fileno()])
        except OSError as error:
            self.is_usable = error.errno in _FULL
            return False
        self.open_connections += 1
        return True

    def read_closed(self) -> None:
        """Subtract the connections that the other process has closed since the last call."""
        try:
            marks = self._channel.recv(_READ_BYTES)
        except BlockingIOError:
            return
        except OSError:
            marks = b""
        self.open_connections -= len(marks)
        self.is_usable = self.is_usable and bool(marks)

    def close(self) -> None:
        """Close this end of the channel."""
        self._channel.close()


class ConnectionReceiver:
    """The end of a channel at the process that answers. It can be passed to a new process."""

    def __init__(self, channel: socket.socket) -> None:
        """Use this end of the channel."""
        self._channel = channel
        self._unreported = 0

    def fileno(self) -> int:
        """Return the file descriptor. It can be read if a connection has arrived."""
        return self._channel.fileno()

    def receive(self) -> socket.socket | None:
        """Return the next connection, or None if there is none now or no more will come."""
        try:
            _, descriptors, _, _ = socket.recv_fds(self._channel, len(_MARK), 1)
        except BlockingIOError:
            return None
        return socket.socket(fileno=descriptors[0]) if descriptors else None

    def report_closed(self) -> None:
        """Report to the other process that a connection has been closed."""
        self._unreported += 1
        # If the channel is full, it is reported with the next one.
        with suppress(BlockingIOError, BrokenPipeError):
            self._unreported -= self._channel.send(_MARK * self._unreported)

    def refuse(self) -> None:
        """Take no more connections. Those that have been sent can still be received."""
        self._channel.shutdown(socket.SHUT_RD)

    def close(self) -> None:
        """Close this end of the channel."""
        self._channel.close()


def connection_channel() -> tuple[ConnectionSender, ConnectionReceiver]:
    """Return both ends of a new channel. No function of either end waits."""
    sending, receiving = socket.socketpair()
    for end in (sending, receiving):
        end.settimeout(0)
    return ConnectionSender(sending), ConnectionReceiver(receiving)
