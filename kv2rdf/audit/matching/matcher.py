"""Finding printed text in the texts of the graph, each character of both used once.

White space is no text: it is taken out of both sides before they are compared.
"""

from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from kv2rdf.audit.matching.spans import LEAST, USED, Line, Text, common, stretches

_Edge = tuple[int, int, int]
"""A length, which text, and where in it."""


class Pool:
    """The texts of the graph that one document may be found in, and what of them is left."""

    def __init__(self, texts: Iterable[Text]) -> None:
        """Take the texts; those that findings keep of a document are looked in first."""
        self._texts = sorted(texts, key=lambda text: not text.finding)
        self._left = [text.words for text in self._texts]

    def match(self, lines: Sequence[Line]) -> None:
        """Look up what a document prints.

        What is equal goes first, then what stands whole on the other side, then common blocks, then
        what is too short to be told from chance, and last numbers that a figure stood before. So
        nothing takes what belongs to another.
        """
        for anywhere in (False, True):
            for line in lines:
                if line.left == line.words:
                    self._equal(line, anywhere=anywhere)
        rest = [line for line in lines if line.lost()]
        if not rest:
            return
        self._whole(rest)
        for look in (self._blocks, self._ends, self._within):
            for line in rest:
                for start, words in list(stretches(line.left)):
                    look(line, start, words)
        for line in rest:
            for end, number in tuple(line.behind_figures):
                line.use_number(end, number)

    def _equal(self, line: Line, *, anywhere: bool) -> None:
        """Use a text that is a line: one kept in a finding, or of its number, or ``anywhere``."""
        for index, left in enumerate(self._left):
            text = self._texts[index]
            if left == line.words and (anywhere or text.finding or text.number == line.number):
                self._use(line, 0, index, 0, len(left))
                return

    def _whole(self, lines: Sequence[Line]) -> None:
        """Use the stretches of either side that stand whole on the other, the longest first.

        What is short must stand beside its number.
        """
        heap = [
            (-len(words), side, index, start)
            for side, texts in ((0, [line.left for line in lines]), (1, self._left))
            for index, text in enumerate(texts)
            for start, words in stretches(text)
        ]
        heapify(heap)
        while heap:
            length, side, index, start = heappop(heap)
            left = self._left[index] if side else lines[index].left
            words = left[start : start - length]
            if USED in words:
                for after, rest in stretches(words):
                    heappush(heap, (-len(rest), side, index, start + after))
            elif side:
                if self._text_within(lines, index, start, words):
                    heappush(heap, (length, side, index, start))
            elif not self._figure(lines[index], start, words) and len(words) >= LEAST:
                self._within(lines[index], start, words)

    def _text_within(self, lines: Sequence[Line], index: int, start: int, words: str) -> bool:
        """Use words of a text that stand in a line, if they do: behind the part's number, or not.

        Where a finding keeps the same words, they are its own.
        """
        if number := self._texts[index].number if start == 0 else "":
            for line in lines:
                opening = line.rest_of(number)
                place = line.left.find(number + words)
                if opening and line.left.startswith(opening + words):
                    self._use(line, len(opening), index, 0, len(words))
                    return True
                if place >= 0 and not line.left[:place][-1:].isdigit():
                    self._use(line, place + len(number), index, 0, len(words))
                    return True
        for line in lines if len(words) >= LEAST else ():
            if (place := line.left.find(words)) >= 0:
                self._within(line, place, words)
                return True
        return False

    def _figure(self, line: Line, start: int, words: str) -> bool:
        """Use words where they stand behind the number of their element, which is a figure."""
        for index, left in enumerate(self._left) if line.number and start == 0 else ():
            place = left.find(line.number + words) + len(line.number)
            if place >= len(line.number) and self._texts[index].may_open_with(line.number, place):
                self._use(line, 0, index, place, len(words))
                return True
        return False

    def _within(self, line: Line, start: int, words: str) -> None:
        """Use words where they stand in one text, if they do."""
        for index, left in enumerate(self._left):
            if (place := left.find(words)) >= 0:
                self._use(line, start, index, place, len(words))
                return

    def _blocks(self, line: Line, start: int, words: str) -> None:
        """Use the blocks of these words that are left somewhere."""
        at = 0
        while at < len(words):
            length, index, place = self._longest(words, at)
            if length:
                self._use(line, start + at, index, place, length)
            at += length or 1

    def _longest(self, words: str, start: int) -> _Edge:
        """Give where the longest block that begins at ``start`` is left."""
        best = (0, 0, 0)
        for index, left in enumerate(self._left):
            length = max(LEAST, best[0] + 1)
            place = left.find(words[start : start + length]) if start + length <= len(words) else -1
            while place >= 0:
                while words[start + length : start + length + 1] == (
                    left[place + length : place + length + 1] or USED
                ):
                    length += 1
                best = (length, index, place)
                length += 1
                enough = start + length <= len(words)
                place = left.find(words[start : start + length], place + 1) if enough else -1
        return best

    def _ends(self, line: Line, start: int, words: str) -> None:
        """Use blocks too short to be told from chance, where they are an end of what is left."""
        length, index, place = max(self._edges(words, front=True), default=(0, 0, 0))
        if length:
            self._use(line, start, index, place, length)
            start, words = start + length, words[length:]
        length, index, place = max(self._edges(words, front=False), default=(0, 0, 0))
        if length:
            self._use(line, start + len(words) - length, index, place, length)

    def _edges(self, words: str, *, front: bool) -> Iterator[_Edge]:
        """Give how much of the front or end of ``words`` each stretch that is left has there."""
        for index, left in enumerate(self._left):
            for start, stretch in stretches(left):
                length = common(words, stretch) if front else common(words[::-1], stretch[::-1])
                if length and (length == len(stretch) or length >= LEAST // 2):
                    yield length, index, start if front else start + len(stretch) - length

    def _use(self, line: Line, start: int, index: int, place: int, length: int) -> None:
        """Use characters of both sides, and a number that stands with them on one side only."""
        text = self._texts[index]
        line.use(start, length, text.finding)
        self._cover(index, place, length)
        if place == 0 and text.number:
            line.use_number(start, text.number)
        if start == 0 and line.number and text.may_open_with(line.number, place):
            before = place - len(line.number)
            if before >= 0 and self._left[index][before:place] == line.number:
                self._cover(index, before, len(line.number))

    def _cover(self, index: int, start: int, length: int) -> None:
        left = self._left[index]
        self._left[index] = left[:start] + USED * length + left[start + length :]
        self._texts[index].covered[start : start + length] = b"\x01" * length
