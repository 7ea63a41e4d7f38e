"""The texts of the graph that are searched for printed texts."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from kv2rdf.audit.matching.spans import (
    MIN_BLOCK,
    USED,
    common_prefix_length,
    longest_prefix,
    unused_spans,
    with_used,
)
from kv2rdf.audit.matching.texts import GraphText


class Block(NamedTuple):
    """A block within a text of the graph: its length, the index of the text, and its offset."""

    length: int
    text_index: int
    start: int


class Candidates:
    """The texts of the graph for one document.

    Each ``find_…`` method returns a block that has not been used yet, or None.
    """

    def __init__(self, texts: Iterable[GraphText]) -> None:
        """Store the texts to search. Texts in findings are searched first."""
        self.texts = sorted(texts, key=lambda text: not text.rule)
        self.remaining = [text.text for text in self.texts]
        self._unused = {index: None for index, text in enumerate(self.remaining) if text}
        """The indexes of the texts that are not completely used, in order."""
        self._by_text: dict[str, list[int]] = {}
        for index, whole in enumerate(self.remaining):
            self._by_text.setdefault(whole, []).append(index)

    def find_equal(self, text: str, number: str, *, any_number: bool) -> Block | None:
        """Return a block that is a whole text equal to ``text``, or None if there is none.

        Unless ``any_number`` is true, the number of that text must be ``number``, or the text must
        be in a finding.
        """
        for index in self._by_text.get(text, ()):
            candidate = self.texts[index]
            is_whole = self.remaining[index] == text
            if is_whole and (any_number or candidate.rule or candidate.number == number):
                return Block(len(text), index, 0)
        return None

    def beginnings(self) -> frozenset[str]:
        """Return all strings of ``MIN_BLOCK`` adjacent unused characters."""
        return frozenset(
            span[start : start + MIN_BLOCK]
            for index in self._unused
            for _, span in unused_spans(self.remaining[index])
            for start in range(len(span) - MIN_BLOCK + 1)
        )

    def find(self, text: str) -> Block | None:
        """Find a text of the graph that contains ``text``."""
        for index in self._unused:
            if (start := self.remaining[index].find(text)) >= 0:
                return Block(len(text), index, start)
        return None

    def find_after_number(self, number: str, text: str) -> Block | None:
        """Find ``text`` directly after ``number``, which is the number of its element."""
        for index in self._unused:
            if (number_start := self.remaining[index].find(number + text)) >= 0:
                start = number_start + len(number)
                if self.texts[index].may_have_number_before(start, number):
                    return Block(len(text), index, start)
        return None

    def find_longest_prefix(self, text: str) -> Block | None:
        """Find the longest prefix of ``text`` with at least ``MIN_BLOCK`` characters."""
        longest = None
        for index in self._unused:
            min_length = longest.length + 1 if longest else MIN_BLOCK
            if prefix := longest_prefix(text, self.remaining[index], min_length):
                longest = Block(len(prefix.text), index, prefix.start)
        return longest

    def find_longest_edge(self, text: str, *, at_end: bool) -> Block | None:
        """Find the longest prefix of ``text`` that is also a prefix of an unused span.

        It must be the whole span, or have at least ``MIN_BLOCK // 2`` characters. If ``at_end`` is
        true, find the longest suffix instead.
        """
        return max(self._edges(text, at_end=at_end), default=None)

    def _edges(self, text: str, *, at_end: bool) -> Iterator[Block]:
        text = text[::-1] if at_end else text
        for index in self._unused:
            for start, span in unused_spans(self.remaining[index]):
                length = common_prefix_length(text, span[::-1] if at_end else span)
                if length and (length == len(span) or length >= MIN_BLOCK // 2):
                    yield Block(length, index, start + len(span) - length if at_end else start)

    def use(self, block: Block) -> None:
        """Mark the characters of a block as used, and record that they are printed."""
        length, index, start = block
        self.remaining[index] = with_used(self.remaining[index], start, length)
        self.texts[index].mark_printed(start, length)
        if not self.remaining[index].strip(USED):
            self._unused.pop(index, None)

    def use_number_before(self, block: Block, number: str) -> None:
        """Mark the number of an element as used if it directly precedes the text of the element.

        The reason is that the editors of the archive may have mistaken digits of the text for a
        number.
        """
        start = block.start - len(number)
        if (
            start >= 0
            and self.texts[block.text_index].may_have_number_before(block.start, number)
            and self.remaining[block.text_index].startswith(number, start)
        ):
            self.use(Block(len(number), block.text_index, start))
