"""Topics out of a line that runs them together: "bestuur gemeenten openbare orde en veiligheid"."""

from collections.abc import Iterable

from kv2rdf.model.register import Topic


def topics_in(line: str, topics: Iterable[Topic]) -> tuple[str, ...]:
    """Cut a line of labels into topics; give their keys, () where the line says no one thing.

    openkamer prints the labels of all pairs "Main | Sub" once each, in lower case, sorted, with
    blanks between: the pairs are gone. A label that has one of the mains as its only parent goes
    to it; then a main still without a sub takes the one that is left to it.
    """
    known = {topic.key: topic for topic in topics}
    labels: dict[str, list[Topic]] = {}
    for topic in known.values():
        labels.setdefault(topic.label.casefold(), []).append(topic)
    words = _cut(line.casefold().split(), set(labels))
    mains = {t.key for label in words for t in labels[label] if t.parent is None}
    left = {
        label: {t.key for t in labels[label] if t.parent in mains}
        for label in words
        if not any(t.key in mains for t in labels[label])
    }
    if not words or any(not fitting for fitting in left.values()):
        return ()
    pairs = {key for fitting in left.values() if len(fitting) == 1 for key in fitting}
    served = {known[key].parent for key in pairs}
    for fitting in (found for found in left.values() if len(found) > 1):
        wanting = {key for key in fitting if known[key].parent not in served}
        if len(wanting) != 1:
            return ()
        pairs |= wanting
        served |= {known[key].parent for key in wanting}
    return tuple(sorted(pairs | (mains - {main for main in served if main})))


def _cut(words: list[str], labels: set[str]) -> list[str]:
    """Cut words into labels, the longest first; [] where some words are no label."""
    cut = []
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            if (label := " ".join(words[start:end])) in labels:
                cut.append(label)
                start = end
                break
        else:
            return []
    return cut
