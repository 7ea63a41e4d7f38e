"""Topics from pairs of labels."""

from kv2rdf.linking.text.topic_line import topics_by_label
from kv2rdf.linking.text.topic_pair import topic_of_pair
from tests.every_case import every_case
from tests.linking.text.test_topic_line import TOPICS
from tests.papers import real_seeds


@every_case(
    ("pair", "key"),
    [
        ("Orde en veiligheid | Organisatie en beleid", "o-o"),
        ("BESTUUR|gemeenten", "a-g"),
        ("Bestuur", "a"),
        ("Bestuur | Politie", None),
        ("Bestuur | Weer", None),
        ("Weer | Gemeenten", None),
        ("Gemeenten", None),
        ("", None),
    ],
)
def test_a_pair_is_one_topic(pair: str, key: str | None) -> None:
    assert topic_of_pair(pair, topics_by_label(TOPICS)) == key


def test_every_topic_in_the_register_is_found_by_its_pair() -> None:
    topics = real_seeds().register.topics
    labels = {topic.key: topic.label for topic in topics}
    pairs = [
        (f"{labels[topic.parent]} | {topic.label}" if topic.parent else topic.label, topic.key)
        for topic in topics
    ]
    by_label = topics_by_label(topics)
    assert [topic_of_pair(pair, by_label) for pair, _ in pairs] == [key for _, key in pairs]
