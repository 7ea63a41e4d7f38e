"""Topics from a line without separators."""

from kv2rdf.linking.text.topic_line import topic_keys, topics_by_label
from kv2rdf.model.register import Topic
from tests.every_case import every_case
from tests.papers import real_seeds


def topic(key: str, label: str, parent: str | None = None) -> Topic:
    """Return a topic."""
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


@every_case(
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
def test_an_unambiguous_line_gives_its_topics(line: str, keys: tuple[str, ...]) -> None:
    assert topic_keys(line, topics_by_label(TOPICS)) == keys
    assert topic_keys(line, topics_by_label(reversed(TOPICS))) == keys


def test_the_line_of_the_seed_document_gives_its_two_pairs() -> None:
    line = "bestuur gemeenten openbare orde en veiligheid organisatie en beleid"
    assert topic_keys(line, topics_by_label(real_seeds().register.topics)) == (
        "bestuur-gemeenten",
        "openbare-orde-en-veiligheid-organisatie-en-beleid",
    )
