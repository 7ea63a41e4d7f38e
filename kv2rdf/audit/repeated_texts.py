"""The detection of texts that a document contains twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.matching.spans import Span, alphanumerics, without_space

_OPENING_NUMBERS = re.compile(r"(?:\d++\.?|t/m|en|[,/–-]|\s)+(?=\s)")
_MIN_LETTERS = 16
"""The minimum number of letters in a copy. Fewer may occur in another text by chance."""

_MIN_CONTAINED = 40
"""The minimum length of an original text that is contained in a longer text.

A shorter text may be a common phrase.
"""


@dataclass(frozen=True, slots=True)
class CopyResult:
    """The missing spans of a text, separated into copies and losses.

    ``characters`` is the number of copied characters. ``original`` is the location of a text from
    which they are copied, or None. ``lost`` contains the spans that are not copied.
    """

    characters: int
    original: str | None
    lost: tuple[Span, ...]


class _Original(NamedTuple):
    """A text that was found, without white space; its letters and digits; and its location."""

    text: str
    letters: str
    location: str


def original_location(text: FieldText, others: Iterable[FieldText]) -> str | None:
    """Return the location of another text that contains ``text`` or is contained in it, or None.

    Punctuation is ignored, as are the numbers with which a copy of a joint answer begins. Footnotes
    in ``others`` are ignored, because a text may contain the same reference as a footnote.
    """
    opening = _OPENING_NUMBERS.match(text.text)
    letters = alphanumerics(text.text[opening.end() :] if opening else text.text)
    for other in others:
        if other is text or other.field.endswith("/noot"):
            continue
        other_letters = alphanumerics(other.text)
        if len(letters) >= _MIN_LETTERS and letters in other_letters:
            return other.location
        if len(other_letters) >= _MIN_CONTAINED and other_letters in letters:
            return other.location
    return None


def separate_copies(
    text: FieldText, missing: Sequence[Span], others: Iterable[FieldText]
) -> CopyResult:
    """Return the missing spans of a text, separated into losses and copies of ``others``.

    ``others`` contains texts that were found. A span that is too short to be a copy is lost, unless
    the whole of ``text`` is a copy.
    """
    originals = [
        _Original(without_space(other.text), alphanumerics(other.text), other.location)
        for other in others
    ]
    letters = alphanumerics(text.text)
    if missing and len(letters) >= _MIN_LETTERS:
        for other in originals:
            if letters in other.letters:
                return CopyResult(sum(len(span.text) for span in missing), other.location, ())
    characters, original, lost = 0, None, list[Span]()
    for span in missing:
        copied = _copied_span(span, originals)
        if copied is None:
            lost.append(span)
            continue
        (start, copied_text), original = copied
        characters += len(copied_text)
        end = start + len(copied_text)
        before, after = span.text[: start - span.start], span.text[end - span.start :]
        lost += [Span(span.start, before)] if before else []
        lost += [Span(end, after)] if after else []
    return CopyResult(characters, original, tuple(lost))


def _copied_span(span: Span, originals: Iterable[_Original]) -> tuple[Span, str] | None:
    """Return the copy in a span and the location of its original, or None if there is no copy."""
    letters = alphanumerics(span.text)
    for other in originals:
        if len(letters) >= _MIN_LETTERS and letters in other.letters:
            return span, other.location
        if len(other.text) >= _MIN_CONTAINED and other.text in span.text:
            start = span.start + span.text.index(other.text)
            return Span(start, other.text), other.location
    return None
