"""Topics in the form of a pair of labels, such as "Huisvesting | Huren en verhuren"."""

from collections.abc import Mapping, Sequence

from kv2rdf.model.register import Topic


def topic_of_pair(pair: str, by_label: Mapping[str, Sequence[Topic]]) -> str | None:
    """Return the key of the topic in a pair "Main | Sub", or None unless exactly one matches.

    ``pair`` may also be the label of a main topic alone. ``by_label`` is the result of
    ``topics_by_label``.
    """
    main, _, sub = (label.strip().casefold() for label in pair.partition("|"))
    parents = {topic.key for topic in by_label.get(main, ()) if topic.parent is None}
    if sub:
        found = {topic.key for topic in by_label.get(sub, ()) if topic.parent in parents}
    else:
        found = parents
    return found.pop() if len(found) == 1 else None
