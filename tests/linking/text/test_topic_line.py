"""Topics out of a line that runs them together."""

import pytest

from kv2rdf.linking.text.topic_line import topics_in
from kv2rdf.model.register import Topic
from tests.papers import real_seeds


def topic(key: str, label: str, parent: str | None = None) -> Topic:
    """Give a topic."""
    return Topic(key=key, label=label, parent=parent)


TOPICS = (
    topic("a", "Bestuur"),
    topic("a-g", "Gemeenten", "a"),
    topic("a-o", "Organisatie en beleid", "a"),
    topic("o", "Orde en veiligheid"),
    topic("o-o", "Organisatie en beleid", "o"),
    topic("o-p", "Politie", "o"),
    topic("z", "Zorg"),
    topic("z-o", "Organisatie en beleid", "z"),
)


@pytest.mark.parametrize(
    ("line", "keys"),
    [
        ("bestuur gemeenten orde en veiligheid organisatie en beleid", ("a-g", "o-o")),
        ("bestuur gemeenten", ("a-g",)),
        ("bestuur", ("a",)),
        ("bestuur orde en veiligheid", ("a", "o")),
        ("orde en veiligheid politie zorg", ("o-p", "z")),
        ("BESTUUR  Gemeenten", ("a-g",)),
        ("", ()),
        ("onzin", ()),
        ("bestuur onzin", ()),
        ("gemeenten", ()),
        ("bestuur politie", ()),
        ("bestuur orde en veiligheid organisatie en beleid", ()),
        ("bestuur gemeenten orde en veiligheid organisatie en beleid zorg", ()),
    ],
)
def test_a_line_is_cut_where_it_says_one_thing(line: str, keys: tuple[str, ...]) -> None:
    assert topics_in(line, TOPICS) == keys
    assert topics_in(line, reversed(TOPICS)) == keys


def test_the_line_of_the_seed_gives_its_two_pairs() -> None:
    line = "bestuur gemeenten openbare orde en veiligheid organisatie en beleid"
    assert topics_in(line, real_seeds().register.topics) == (
        "bestuur-gemeenten",
        "openbare-orde-en-veiligheid-organisatie-en-beleid",
    )
