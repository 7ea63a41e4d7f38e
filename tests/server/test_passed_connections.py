"""The channel of connections between two processes, and their distribution."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from kv2rdf.server.connection_distributor import ConnectionDistributor
from kv2rdf.server.listener import listening_socket
from kv2rdf.server.passed_connections import (
    ConnectionReceiver,
    ConnectionSender,
    connection_channel,
)


@pytest.fixture
def stack() -> Iterator[ExitStack]:
    with ExitStack() as opened:
        yield opened


def channel(stack: ExitStack) -> tuple[ConnectionSender, ConnectionReceiver]:
    sender, receiver = connection_channel()
    stack.callback(sender.close)
    stack.callback(receiver.close)
    return sender, receiver


def full_channel(stack: ExitStack) -> tuple[ConnectionSender, ConnectionReceiver]:
    """Return a channel through which the same connection has been sent until it was full."""
    sender, receiver = channel(stack)
    sent = stack.enter_context(socket.socket())
    while sender.send(sent):
        pass
    return sender, receiver


def receive_all(receiver: ConnectionReceiver) -> int:
    """Close all connections that have arrived, and return their number."""
    number = 0
    while (connection := receiver.receive()) is not None:
        connection.close()
        number += 1
    return number


def test_a_full_channel_can_be_used_again_after_a_connection_is_received(stack: ExitStack) -> None:
    sender, receiver = full_channel(stack)
    assert sender.is_usable
    assert sender.open_connections > 50
    assert receive_all(receiver) == sender.open_connections
    assert sender.send(stack.enter_context(socket.socket()))


def test_closed_connections_are_subtracted(stack: ExitStack) -> None:
    sender, receiver = channel(stack)
    sender.read_closed()  # nothing has been closed
    for _ in range(3):
        sender.send(stack.enter_context(socket.socket()))
    receiver.report_closed()
    receiver.report_closed()
    sender.read_closed()
    assert (sender.open_connections, sender.is_usable) == (1, True)


def test_a_process_that_takes_no_more_still_receives_what_was_sent(stack: ExitStack) -> None:
    sender, receiver = channel(stack)
    sender.send(stack.enter_context(socket.socket()))
    receiver.refuse()
    assert not sender.send(stack.enter_context(socket.socket()))
    assert not sender.is_usable
    assert receive_all(receiver) == 1
    receiver.report_closed()
    sender.read_closed()
    assert (sender.open_connections, sender.is_usable) == (0, False)


def test_the_end_of_the_other_process_is_noticed(stack: ExitStack) -> None:
    sender, receiver = channel(stack)
    receiver.close()
    sender.read_closed()
    assert not sender.is_usable
    sender, receiver = channel(stack)
    sender.close()
    receiver.report_closed()  # no error
    assert receiver.receive() is None


def test_connections_wait_while_all_channels_are_full(stack: ExitStack) -> None:
    listener = listening_socket("127.0.0.1", 0)
    distributor = ConnectionDistributor(listener)
    stack.callback(distributor.close)
    clients = [
        stack.enter_context(socket.create_connection(listener.getsockname())) for _ in range(2)
    ]
    distributor.distribute(())
    assert not distributor.is_blocked  # without a process, nothing is accepted
    sender, receiver = full_channel(stack)
    distributor.distribute((sender,))
    assert distributor.is_blocked
    receive_all(receiver)
    distributor.distribute((sender,))
    assert not distributor.is_blocked
    received = [receiver.receive(), receiver.receive()]
    assert receiver.receive() is None
    for client, connection in zip(clients, received, strict=True):
        assert connection is not None
        assert connection.getpeername() == client.getsockname()
        connection.close()
