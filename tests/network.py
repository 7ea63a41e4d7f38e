"""A network that can be lost: a way to a server that is gone for good in the middle."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def lost_after(requests_: int, beginning: bytes, server: str) -> Iterator[str]:
    """A way to the server that is gone for good with a request too many: its address."""
    port = int(server.rpartition(":")[2])
    listening = socket.create_server(("127.0.0.1", 0))
    open_: list[socket.socket] = [listening]
    seen = 0

    def hang_up() -> None:
        for each in open_:
            with suppress(OSError):  # it is hung up on the other side
                each.shutdown(socket.SHUT_RDWR)
            each.close()

    def pass_on(here: socket.socket, there: socket.socket) -> None:
        nonlocal seen
        try:
            while content := here.recv(65536):
                if content.startswith(beginning):
                    seen += 1
                    if seen > requests_:
                        time.sleep(0.3)  # what was sent before arrives
                        hang_up()
                        return
                there.sendall(content)
        except OSError:
            return  # the other side has hung up

    def listen() -> None:
        while seen <= requests_:
            try:
                client, _ = listening.accept()
            except OSError:
                return
            upstream = socket.create_connection(("127.0.0.1", port))
            open_.extend((client, upstream))
            for pair in ((client, upstream), (upstream, client)):
                threading.Thread(target=pass_on, args=pair, daemon=True).start()

    threading.Thread(target=listen, daemon=True).start()
    yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    hang_up()
    assert seen > requests_, "the network was not lost"
