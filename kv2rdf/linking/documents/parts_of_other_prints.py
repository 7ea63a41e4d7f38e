"""The parts and footnotes that occur only in an unpublished version of a document.

A scan may lack the questions at the end of a column. If another source of the same document
contains them, they are taken from that source, and a finding for each of them names the source.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec.structs import replace

from kv2rdf.linking.cases.similarity import is_alike, letters_and_digits, part_openings
from kv2rdf.linking.citations.footnotes import footnotes
from kv2rdf.linking.documents.precedence import without_whitespace
from kv2rdf.linking.documents.printed_version import PrintedVersion, document_parts
from kv2rdf.model.document import Finding, Footnote, Part, PartReference
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.part_keys import is_ordinal, numbers_in_key, question_set_in
from kv2rdf.model.part_numbers import natural_sort_key
from kv2rdf.model.register import Medium
from kv2rdf.model.rules import FindingRule

_RUN = 10
"""Letters of a text count as common if a run of this many also occurs in another text."""

_PUBLISHED_SHARE = 0.9
"""A text is considered published if at least this share of its letters is published.

Some letters in a scan are misread.
"""


def parts_of_other_prints(
    kept: PrintedVersion, others: Sequence[PrintedVersion]
) -> tuple[Part, ...]:
    """Return the parts of ``others`` that are missing from the published version of a document.

    ``others`` contains the other versions of the document, in order of precedence. A part with a
    unique number is taken if all these conditions are met:

    - ``kept`` and the other version have a part in common, so that they are versions of the same
      document;
    - ``kept`` contains parts of the same question set, but neither these nor parts that were
      already taken have any of the numbers of this part;
    - its text is not part of a published text (``kept`` may contain two questions as one).
    """
    taken: list[Part] = []
    for other in others:
        candidates = [part for part in _numbered_parts(other) if _is_lacking(part, kept, taken)]
        if candidates and _has_common_part(kept, other):
            taken += [part for part in candidates if not _is_published(part, kept, taken)]
    return tuple(taken)


def with_taken_parts(parts: Sequence[Part], taken: Sequence[Part]) -> tuple[Part, ...]:
    """Return the parts of a document, with the parts in ``taken`` inserted in order of number."""
    if not taken:
        return tuple(parts)
    placed = list(parts)
    for part in taken:
        after = (n for n, other in enumerate(placed) if _is_before(part, other))
        placed.insert(next(after, len(placed)), part)
    return tuple(replace(part, ordinal=n) for n, part in enumerate(placed, start=1))


def taken_footnotes(
    taken: Sequence[Part],
    others: Sequence[PrintedVersion],
    notes: Sequence[Footnote],
    chamber: Chamber,
    dated: date | None,
    known_media: Mapping[str, Medium],
) -> tuple[Footnote, ...]:
    """Return the footnotes that belong to the marks in the parts that were taken.

    ``notes`` contains the footnotes of the published version, which are not returned again.
    ``chamber`` and ``dated`` are the chamber and the date of the document. ``known_media`` maps
    names to media.
    """
    if not taken:
        return ()
    known = {(note.number, note.repetition, _words(note)) for note in notes}
    found: list[Footnote] = []
    for other in others:
        marks = {m.note for part in taken if part.source == other.source for m in part.text.marks}
        if not marks:
            continue
        printed = footnotes(other.notes, other.source, chamber, dated, known_media)
        found += [
            replace(note, source=other.source)
            for note in printed
            if (note.number, note.repetition) in marks
            and (note.number, note.repetition, _words(note)) not in known
        ]
    return tuple(replace(note, ordinal=n) for n, note in enumerate(found, start=len(notes) + 1))


def taken_part_findings(taken: Iterable[Part], location: str) -> list[Finding]:
    """Return a finding for each part that was taken from another version.

    The finding names the source of the part. Its location begins with ``location``, such as
    "vragen".
    """
    return [
        Finding(
            rule=FindingRule.PART_OF_ANOTHER_PRINT,
            source=part.source,
            location=f"{location}: {part.kind.value} {part.key}",
            concerns=PartReference(kind=part.kind, key=part.key),
        )
        for part in taken
        if part.source is not None
    ]


def _numbered_parts(version: PrintedVersion) -> list[Part]:
    """Return the parts of a version that have a unique number, as parts of a document."""
    return [
        replace(part, source=version.source)
        for part in document_parts(version)
        if not is_ordinal(part.key)
    ]


def _is_lacking(part: Part, kept: PrintedVersion, taken: Iterable[Part]) -> bool:
    """Whether the question set of ``part`` is published, but none of the numbers of ``part`` is."""
    question_set = question_set_in(part.key)
    keys = [key for key in kept.keys if question_set_in(key) == question_set]
    own = [other.key for other in taken if question_set_in(other.key) == question_set]
    published = {number for key in (*keys, *own) for number in numbers_in_key(key)}
    return bool(keys) and published.isdisjoint(numbers_in_key(part.key))


def _has_common_part(one: PrintedVersion, other: PrintedVersion) -> bool:
    """Whether two versions have a part in common, apart from some misread letters.

    Two parts are compared up to the length of the shorter one, because a part of a scan may also
    contain the next part.
    """
    openings = part_openings(other.parts)
    return any(
        is_alike(a[: len(b)], b[: len(a)]) for a in part_openings(one.parts) for b in openings
    )


def _is_published(part: Part, kept: PrintedVersion, taken: Iterable[Part]) -> bool:
    """Whether the text of a part, apart from misread letters, is already in published texts."""
    texts = [*kept.texts.values(), *(other.text.text for other in taken)]
    return _common_share(part.text.text, texts) >= _PUBLISHED_SHARE


def _common_share(text: str, others: Iterable[str]) -> float:
    """Return which share of the letters of a text is in runs (``_RUN``) that ``others`` contain."""
    letters = letters_and_digits(text)
    whole = "\n".join(map(letters_and_digits, others))
    runs = {whole[start : start + _RUN] for start in range(len(whole) - _RUN + 1)}
    common: set[int] = set()
    for start in range(len(letters) - _RUN + 1):
        if letters[start : start + _RUN] in runs:
            common.update(range(start, start + _RUN))
    return len(common) / max(1, len(letters))


def _is_before(part: Part, other: Part) -> bool:
    """Whether ``other`` has a number and comes after ``part``, by question set and number."""
    return bool(numbers_in_key(other.key)) and _place(part) < _place(other)


def _place(part: Part) -> tuple[int, tuple[int, str]]:
    return int(question_set_in(part.key) or 1), natural_sort_key(numbers_in_key(part.key)[0])


def _words(note: Footnote) -> str:
    return without_whitespace(note.text or "")
