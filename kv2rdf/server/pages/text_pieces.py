"""The division of a text into plain words, footnote marks, links, and repaired words."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from kv2rdf.query.case_view.mended_words import kept_text, mended_ranges, removed_places
from kv2rdf.query.case_view.parts import CitationView, PartView


class TextPiece(Struct, frozen=True):
    """Some characters of a text.

    If they are a link, ``href`` is its target. If they are a footnote mark, ``note`` is the link to
    the footnote.

    If they belong to a word that is broken in the source and was joined, ``printed`` is the same
    piece as printed. Otherwise, it is None.
    """

    text: str
    href: str | None = None
    note: str | None = None
    printed: str | None = None


class _Span(Struct, frozen=True):
    start: int
    end: int
    href: str | None = None
    is_mended: bool = False


def text_paragraphs(
    part: PartView,
    note_mark: Callable[[str], tuple[str, str]],
    citation_link: Callable[[CitationView], str | None],
) -> tuple[tuple[TextPiece, ...], ...]:
    """Return the paragraphs of a part, each divided into pieces.

    ``note_mark`` takes the address of a note, and returns its number and its link.
    ``citation_link`` takes a citation, and returns its link, or None if it has none.
    """
    if not (part.joined_text or part.citations or part.marks):
        return tuple((TextPiece(line),) for line in part.text.split("\n") if line)
    removed = removed_places(part.text, part.joined_text)
    spans = [_Span(start, end, is_mended=True) for start, end in mended_ranges(part.text, removed)]
    for citation in part.citations:
        href = citation_link(citation)
        end = citation.offset + len(citation.words)
        if href and part.text[citation.offset : end] == citation.words:
            spans.append(_Span(citation.offset, end, href))
    marks = [(offset, *note_mark(note)) for offset, note in part.marks]
    lines, start = [], 0
    for line in part.text.split("\n"):
        end = start + len(line)
        inside = [mark for mark in marks if start <= mark[0] <= end]
        marks = [mark for mark in marks if mark not in inside]
        pieces = tuple(_pieces(part.text, removed, (start, end), spans, inside))
        if pieces:
            lines.append(pieces)
        start = end + 1
    return tuple(lines)


def _pieces(
    text: str,
    removed: tuple[int, ...],
    line: tuple[int, int],
    spans: list[_Span],
    marks: list[tuple[int, str, str]],
) -> Iterator[TextPiece]:
    start, end = line
    cuts = {start, end, *(offset for offset, _, _ in marks)}
    cuts |= {place for span in spans for place in (span.start, span.end) if start < place < end}
    places = sorted(cuts)
    for place, following in zip(places, [*places[1:], end], strict=True):
        for offset, number, href in marks:
            if offset == place:
                yield TextPiece(number, note=href)
        if place == following:
            continue
        around = [span for span in spans if span.start <= place < span.end]
        is_mended = any(span.is_mended for span in around)
        yield TextPiece(
            kept_text(text, removed, place, following),
            href=next((span.href for span in around if span.href), None),
            printed=text[place:following] if is_mended else None,
        )
