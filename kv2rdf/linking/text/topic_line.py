"""Topics from a line without separators: "bestuur gemeenten openbare orde en veiligheid"."""

from collections.abc import Iterable, Mapping, Sequence

from kv2rdf.model.register import Topic

_MOST_WORDS = 20
"""The maximum number of words in a label."""


def topics_by_label(topics: Iterable[Topic]) -> Mapping[str, tuple[Topic, ...]]:
    """Return a mapping from each label, in lower case, to the topics that have it."""
    by_label: dict[str, tuple[Topic, ...]] = {}
    for topic in topics:
        label = topic.label.casefold()
        by_label[label] = (*by_label.get(label, ()), topic)
    return by_label


def topic_keys(line: str, by_label: Mapping[str, Sequence[Topic]]) -> tuple[str, ...]:
    """Return the sorted keys of the topics in a line of labels.

    The result is () if some words of the line are not part of a label, or if the parent of a
    subtopic is missing or ambiguous. ``by_label`` is the result of ``topics_by_label``.

    The topics were pairs of the form "Main | Sub", but openkamer prints one line of all their
    labels: each label once, in lower case, sorted, separated by spaces. The pairs must be inferred.
    A subtopic with only one of its possible parents in the line is assigned to that parent. After
    that, a subtopic with several parents in the line is assigned to the only one of them that has
    no subtopic yet. A main topic without a subtopic is a topic by itself.
    """
    labels = dict.fromkeys(_labels(line.casefold().split(), by_label))
    mains = {topic.key for label in labels for topic in by_label[label] if topic.parent is None}
    candidates = [
        [topic for topic in by_label[label] if topic.parent in mains]
        for label in labels
        if not any(topic.key in mains for topic in by_label[label])
    ]
    subs = _assigned_subs(candidates)
    if subs is None:
        return ()
    return tuple(sorted({*subs, *mains.difference(subs.values())}))


def _assigned_subs(candidates: Sequence[Sequence[Topic]]) -> dict[str, str | None] | None:
    """Return a mapping from the key of each subtopic in a line to the key of its parent.

    Each item of ``candidates`` contains all subtopics with the same label whose parents are in the
    line. Exactly one of them is correct. Return None if, for any label, no subtopic or more than
    one subtopic is possible.
    """
    parents = {topics[0].key: topics[0].parent for topics in candidates if len(topics) == 1}
    for topics in candidates:
        if len(topics) == 1:
            continue
        possible = [topic for topic in topics if topic.parent not in parents.values()]
        if len(possible) != 1:
            return None
        parents[possible[0].key] = possible[0].parent
    return parents


def _labels(words: Sequence[str], known: Mapping[str, object]) -> list[str]:
    """Return the known labels that make up ``words``, using the longest one at each position.

    The list is empty if some of the words are not part of a label.
    """
    labels = []
    start = 0
    while start < len(words):
        for end in range(min(len(words), start + _MOST_WORDS), start, -1):
            if (label := " ".join(words[start:end])) in known:
                labels.append(label)
                start = end
                break
        else:
            return []
    return labels
