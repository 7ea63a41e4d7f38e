"""A server whose answers are written to the socket byte by byte, as a broken server does."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Answer = Callable[[socket.socket, bytes], None]
"""A function that answers a request on a connection, which is closed when it returns."""


@contextmanager
def server(answer: Answer) -> Iterator[str]:
    """Run a server that answers one request per connection, and yield its address."""
    listener = socket.create_server(("127.0.0.1", 0))

    def serve(client: socket.socket) -> None:
        with client, suppress(OSError):
            answer(client, client.recv(65536))

    def listen() -> None:
        with suppress(OSError):  # the listener is closed
            while True:
                threading.Thread(target=serve, args=listener.accept()[:1], daemon=True).start()

    thread = threading.Thread(target=listen, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join()
