"""A client that exceeds the limits must wait, and other clients are not affected."""

from collections.abc import Callable

import pytest

from kv2rdf.errors import QueryError
from kv2rdf.server.sparql.fair_use import FairUse, FairUseLimits, TooMuchUseError

LIMITS = FairUseLimits(seconds=10, seconds_refill=0.5, errors=2, errors_refill=0.1, at_once=2)


class Clock:
    """A clock that a test can set."""

    def __init__(self) -> None:
        self.time = 1_000.0

    def __call__(self) -> float:
        return self.time

    def ask(self, fair_use: FairUse, client: str, seconds: float) -> None:
        with fair_use.query_of(client):
            self.time += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fair_use(clock: Callable[[], float]) -> FairUse:
    return FairUse(LIMITS, clock)


def wait_of(fair_use: FairUse, client: str) -> int:
    """Return the number of seconds that a client must wait before it may ask, or 0."""
    try:
        with fair_use.query_of(client):
            return 0
    except TooMuchUseError as error:
        return error.wait


def test_a_client_that_used_its_seconds_must_wait(fair_use: FairUse, clock: Clock) -> None:
    clock.ask(fair_use, "abuser", 9.5)
    assert wait_of(fair_use, "abuser") == 0
    clock.ask(fair_use, "abuser", 3)
    assert wait_of(fair_use, "abuser") == 3
    assert wait_of(fair_use, "other") == 0
    clock.time += 3
    assert wait_of(fair_use, "abuser") == 0


def test_a_client_with_too_many_errors_must_wait(fair_use: FairUse, clock: Clock) -> None:
    for _ in range(2):
        assert wait_of(fair_use, "abuser") == 0
        with pytest.raises(QueryError), fair_use.query_of("abuser"):
            raise QueryError("wrong")
    assert wait_of(fair_use, "abuser") == 10
    clock.time += 10
    assert wait_of(fair_use, "abuser") == 0


def test_a_client_has_only_so_many_queries_at_once(fair_use: FairUse) -> None:
    with fair_use.query_of("one"):
        with fair_use.query_of("one"):
            assert wait_of(fair_use, "one") == 1
            assert wait_of(fair_use, "other") == 0
        assert wait_of(fair_use, "one") == 0


def test_a_refusal_costs_nothing(fair_use: FairUse, clock: Clock) -> None:
    clock.ask(fair_use, "abuser", 11)
    assert [wait_of(fair_use, "abuser") for _ in range(3)] == [3, 3, 3]


def test_a_refusal_by_another_limit_is_not_an_error_of_the_client(fair_use: FairUse) -> None:
    for _ in range(3):
        with pytest.raises(TooMuchUseError), fair_use.query_of("client"):
            raise TooMuchUseError("wait", 1)
    assert wait_of(fair_use, "client") == 0


def test_an_honest_client_is_never_refused_while_another_abuses(
    fair_use: FairUse, clock: Clock
) -> None:
    refused = 0
    for _ in range(3_600):
        clock.time += 1
        assert wait_of(fair_use, "honest") == 0
        if wait_of(fair_use, "abuser") == 0:
            clock.ask(fair_use, "abuser", 5)
        else:
            refused += 1
    assert refused > 1_000


def test_clients_are_forgotten(fair_use: FairUse, clock: Clock) -> None:
    clock.ask(fair_use, "abuser", 11)
    for number in range(20_000):
        assert wait_of(fair_use, str(number)) == 0
    assert wait_of(fair_use, "abuser") > 0
    assert len(vars(fair_use)["_clients"]) <= 10_000


def test_a_client_with_a_running_query_is_not_forgotten(fair_use: FairUse) -> None:
    with fair_use.query_of("one"), fair_use.query_of("one"):
        for number in range(10_001):
            with pytest.raises(QueryError), fair_use.query_of(str(number)):
                raise QueryError("wrong")
        assert wait_of(fair_use, "one") == 1


def test_many_clients_are_forgotten_at_once(fair_use: FairUse) -> None:
    """Looking for clients to forget takes milliseconds, so it must be rare."""
    for number in range(10_001):
        with pytest.raises(QueryError), fair_use.query_of(str(number)):
            raise QueryError("wrong")
    assert len(vars(fair_use)["_clients"]) <= 9_001
