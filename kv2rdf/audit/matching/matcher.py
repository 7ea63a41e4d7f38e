"""The matching of printed texts with texts of the graph. Each character is used only once.

The texts on both sides contain no white space.
"""

from collections.abc import Iterable, Sequence
from heapq import heapify, heappop, heappush

from kv2rdf.audit.matching.candidates import Block, Candidates
from kv2rdf.audit.matching.spans import MIN_BLOCK, USED, Span, unused_spans
from kv2rdf.audit.matching.texts import GraphText, PrintedText

_PRINTED, _IN_GRAPH = 0, 1
"""The two sides of the comparison. Each span belongs to one of them."""


class TextMatcher:
    """A matcher that finds the printed texts of a document among its texts in the graph."""

    def __init__(self, texts: Iterable[GraphText]) -> None:
        """Store the texts of the graph, in which the matcher searches."""
        self._candidates = Candidates(texts)
        self._beginnings: frozenset[str] = frozenset()
        """All blocks of the minimum length. Every match begins with one of them."""

    def match(self, printed: Sequence[PrintedText]) -> None:
        """Find the printed texts of a document in the graph, and mark the matches on both sides.

        The most certain matches are made first, so that no text uses characters that belong to
        another. The order is: equal texts, spans that occur completely on the other side, common
        blocks, short blocks at the ends of spans, short spans, and numbers that are printed after a
        digit.
        """
        for any_number in (False, True):
            for text in printed:
                if text.remaining == text.text:
                    self._match_equal(text, any_number=any_number)
        rest = [text for text in printed if text.lost()]
        if not rest:
            return
        self._match_whole_spans(rest)
        self._beginnings = self._candidates.beginnings()
        for match_span in (self._match_blocks, self._match_ends, self._match_whole):
            for text in rest:
                for span in text.lost():
                    match_span(text, span)
        for text in rest:
            for end, number in tuple(text.numbers_after_digits):
                text.use_number(end, number)

    def _match_equal(self, printed: PrintedText, *, any_number: bool) -> None:
        block = self._candidates.find_equal(printed.text, printed.number, any_number=any_number)
        if block:
            self._use(printed, 0, block)

    def _match_whole_spans(self, printed: Sequence[PrintedText]) -> None:
        """Match the spans of either side that occur completely on the other side, longest first.

        Short spans are matched only next to their number.
        """
        sides = (
            (_PRINTED, [text.remaining for text in printed]),
            (_IN_GRAPH, self._candidates.remaining),
        )
        queue = [
            (-len(span.text), side, index, span.start)
            for side, texts in sides
            for index, text in enumerate(texts)
            for span in unused_spans(text)
        ]
        heapify(queue)
        while queue:
            negative_length, side, index, start = entry = heappop(queue)
            text = (
                printed[index].remaining if side == _PRINTED else self._candidates.remaining[index]
            )
            span = Span(start, text[start : start - negative_length])
            if USED in span.text:  # Part of the span was used after it was queued.
                for rest in unused_spans(span.text):
                    heappush(queue, (-len(rest.text), side, index, start + rest.start))
            elif side == _PRINTED:
                self._match_whole_printed_span(printed[index], span)
            elif self._match_whole_graph_span(printed, index, span):
                heappush(queue, entry)  # The match may have used another text.

    def _match_whole_printed_span(self, printed: PrintedText, span: Span) -> None:
        """Match a span of a printed text, if a text of the graph contains it."""
        if printed.number and span.start == 0:
            block = self._candidates.find_after_number(printed.number, span.text)
            if block:
                self._use(printed, span.start, block)
                return
        if len(span.text) >= MIN_BLOCK:
            self._match_whole(printed, span)

    def _match_whole_graph_span(
        self, printed: Sequence[PrintedText], index: int, span: Span
    ) -> bool:
        """Match a span of the graph text at ``index``, if a printed text contains it.

        Return whether anything was matched. If a finding contains the same words, its text may be
        matched instead, because texts in findings take precedence.
        """
        number = self._candidates.texts[index].number
        if number and span.start == 0:
            for text in printed:
                start = _start_after_number(text, number, span.text)
                if start is not None:
                    self._use(text, start, Block(len(span.text), index, 0))
                    return True
        if len(span.text) >= MIN_BLOCK:
            for text in printed:
                if (start := text.remaining.find(span.text)) >= 0:
                    self._match_whole(text, Span(start, span.text))
                    return True
        return False

    def _match_whole(self, printed: PrintedText, span: Span) -> None:
        if block := self._candidates.find(span.text):
            self._use(printed, span.start, block)

    def _match_blocks(self, printed: PrintedText, span: Span) -> None:
        """Match pieces of a span, of at least ``MIN_BLOCK`` characters, that occur in the graph."""
        position = 0
        while position < len(span.text):
            if span.text[position : position + MIN_BLOCK] not in self._beginnings:
                position += 1
                continue
            block = self._candidates.find_longest_prefix(span.text[position:])
            if block:
                self._use(printed, span.start + position, block)
            position += block.length if block else 1

    def _match_ends(self, printed: PrintedText, span: Span) -> None:
        """Match the start and the end of a span with spans in the graph, even short ones."""
        start, text = span
        if block := self._candidates.find_longest_edge(text, at_end=False):
            self._use(printed, start, block)
            start, text = start + block.length, text[block.length :]
        if block := self._candidates.find_longest_edge(text, at_end=True):
            self._use(printed, start + len(text) - block.length, block)

    def _use(self, printed: PrintedText, start: int, block: Block) -> None:
        """Mark a block, which begins at ``start`` in ``printed``, as used on both sides.

        If a number before the block is part of the text on only one side, the number is marked as
        well.
        """
        text = self._candidates.texts[block.text_index]
        printed.use(start, block.length, text.rule)
        self._candidates.use(block)
        if block.start == 0 and text.number:
            printed.use_number(start, text.number)
        if start == 0 and printed.number:
            self._candidates.use_number_before(block, printed.number)


def _start_after_number(printed: PrintedText, number: str, text: str) -> int | None:
    """Return the offset at which ``text`` directly follows ``number`` in ``printed``, or None.

    At the start of an element, the rest of the number is sufficient (see ``rest_of_number``).
    """
    rest = printed.rest_of_number(number)
    if rest and printed.remaining.startswith(rest + text):
        return len(rest)
    start = printed.remaining.find(number + text)
    if start >= 0 and not printed.remaining[:start][-1:].isdigit():
        return start + len(number)
    return None
