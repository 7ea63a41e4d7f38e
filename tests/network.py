"""A proxy to a server whose connections are lost after some requests."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def connection_lost_after(limit: int, prefix: bytes, server: str) -> Iterator[str]:
    """Run a proxy that closes all connections at request ``limit + 1``; yield its address.

    Requests that begin with ``prefix`` are counted. The test fails if there are too few.
    """
    port = int(server.rpartition(":")[2])
    listener = socket.create_server(("127.0.0.1", 0))
    sockets: list[socket.socket] = [listener]
    count = 0

    def close_all() -> None:
        for open_socket in sockets:
            with suppress(OSError):  # The other side has closed the connection.
                open_socket.shutdown(socket.SHUT_RDWR)
            open_socket.close()

    def forward(source: socket.socket, target: socket.socket) -> None:
        nonlocal count
        try:
            while content := source.recv(65536):
                if content.startswith(prefix):
                    count += 1
                    if count > limit:
                        time.sleep(0.3)  # Bytes that were sent earlier must arrive.
                        close_all()
                        return
                target.sendall(content)
        except OSError:
            return  # The other side has closed the connection.

    def listen() -> None:
        while count <= limit:
            try:
                client, _ = listener.accept()
            except OSError:
                return
            upstream = socket.create_connection(("127.0.0.1", port))
            sockets.extend((client, upstream))
            for pair in ((client, upstream), (upstream, client)):
                threading.Thread(target=forward, args=pair, daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    close_all()
    assert count > limit, "the connection was not lost"
