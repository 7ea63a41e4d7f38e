"""The choice of the version that is published if several papers contain the same text.

Papers are preferred in this order: a source with the text before one without it, a later edition
before an earlier one, a lower rank of the source before a higher one (``SourceTraits``), a final
version before a provisional one, and the question paper before a paper that reprints its questions.
Among versions of a record, the one that was changed last is preferred. If papers are equal in all
these respects, the one with the lowest document id is preferred. An unpublished text is quoted in
full in a finding, unless it is a copy of the published text, apart from white space. A numbered
part that only another version contains is also published (``parts_of_other_prints``).
"""

from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from kv2rdf.linking.documents.printed_version import PrintedVersion
from kv2rdf.model.document import Finding, Footnote, Part, PartReference
from kv2rdf.model.kinds import PaperKind, PartKind
from kv2rdf.model.paper import Paper
from kv2rdf.model.part_keys import is_ordinal
from kv2rdf.model.rules import FindingRule


def precedence(paper: Paper) -> tuple[bool, int, int, bool, bool, float, str]:
    """Return the sort key of a paper. The version in the paper with the lowest key is published."""
    is_reprint = paper.kind is not PaperKind.QUESTIONS
    traits = paper.source.traits
    changed = paper.record.changed if paper.record else None
    age = -changed.timestamp() if changed else 0.0
    edition = (not traits.has_text, -paper.edition, traits.rank, paper.is_provisional)
    return (*edition, is_reprint, age, paper.source.id)


def preferred_paper(papers: Sequence[Paper]) -> Paper:
    """Return the paper whose version of a text is published."""
    return min(papers, key=precedence)


def report_differences(
    kept: PrintedVersion,
    others: Sequence[PrintedVersion],
    taken: Sequence[Part | Footnote] = (),
) -> list[Finding]:
    """Return the findings on the versions of a document that are not published.

    ``kept`` is the published version, and ``taken`` contains the parts and footnotes that are
    published from one of ``others``. There is a finding for each text in another version that
    differs from the published text, and for each footnote that has a different number there. If all
    texts of a version are the same as the published texts, and none of them was taken, a finding
    states that the version is an exact copy. There is no finding about a version without texts.
    """
    if not others:
        return []
    published = {
        (kind, key): _PublishedText(kept.key(kind, key), text, key)
        for (kind, key), text in kept.texts.items()
    }
    for found in taken:
        kind, key = _printed_key(found)
        published.setdefault((kind, key), _PublishedText(found.key, _words(found), key))
    return [
        finding
        for other in others
        for finding in _differences(
            other,
            _with_matched_notes(other, kept, published),
            {_printed_key(f) for f in taken if f.source == other.source},
        )
    ]


def _with_matched_notes(
    version: PrintedVersion,
    kept: PrintedVersion,
    published: Mapping[tuple[PartKind, str], "_PublishedText"],
) -> Mapping[tuple[PartKind, str], "_PublishedText"]:
    """Return the published texts, with each footnote under the key that it has in ``version``.

    Another paper may number the same footnotes differently. A footnote is matched with a published
    footnote that has the same number and text. If there is none, it is matched by text, then by
    position, and finally by number.
    """
    notes = {key: text for (kind, key), text in published.items() if kind is PartKind.NOTE}
    others = {key: text for (kind, key), text in version.texts.items() if kind is PartKind.NOTE}
    renumbered = {key: text for key, text in others.items() if not _is_same(notes.get(key), text)}
    if not renumbered:
        return published
    by_text: dict[str, list[_PublishedText]] = {}
    for key, note in notes.items():
        if key in renumbered or key not in others:
            by_text.setdefault(without_whitespace(note.text), []).append(note)
    by_place = {place: notes[key] for place, key in kept.note_places.items() if key in notes}
    places = {key: place for place, key in version.note_places.items()}
    matched = dict(published)
    for key, text in renumbered.items():
        same = by_text.get(without_whitespace(text))
        found = same.pop(0) if same else by_place.get(places.get(key, ("", 0)))
        if found is not None:
            matched[PartKind.NOTE, key] = found
    return matched


class _PublishedText(NamedTuple):
    """A published text and the keys of its part or footnote.

    ``key`` is the key in addresses, and ``printed`` is the key in ``PrintedVersion.texts``.
    """

    key: str
    text: str
    printed: str


def _printed_key(found: Part | Footnote) -> tuple[PartKind, str]:
    """Return the kind and the key that a part or footnote has among the texts of its version."""
    if isinstance(found, Part):
        return found.kind, found.key
    return PartKind.NOTE, found.key.removesuffix(f"-{found.source.key}" if found.source else "")


def _words(found: Part | Footnote) -> str:
    return found.text.text if isinstance(found, Part) else found.text or ""


def _differences(
    version: PrintedVersion,
    published: Mapping[tuple[PartKind, str], _PublishedText],
    taken: Container[tuple[PartKind, str]],
) -> list[Finding]:
    """Return the findings on a version: the texts and note numbers that differ, or that none do.

    Texts whose kind and key are in ``taken`` are skipped, because they are published from this
    version.
    """
    texts = version.texts
    different = {
        part: text
        for part, text in texts.items()
        if part not in taken and not _is_same(published.get(part), text)
    }
    renumbered = _renumbered_notes(version, published, taken)
    if texts and not different and not any(part in taken for part in texts):
        copy = FindingRule.EXACT_COPY
        return [
            Finding(rule=copy, source=version.source, location=version.location),
            *renumbered,
        ]
    return renumbered + [
        Finding(
            rule=FindingRule.TEXT_SET_ASIDE,
            source=version.source,
            location=f"{version.location}: {kind.value} {key}".rstrip(),
            concerns=PartReference(kind=kind, key=published[kind, key].key)
            if (kind, key) in published
            else None,
            text=text,
        )
        for (kind, key), text in different.items()
    ]


def _renumbered_notes(
    version: PrintedVersion,
    published: Mapping[tuple[PartKind, str], _PublishedText],
    taken: Container[tuple[PartKind, str]],
) -> list[Finding]:
    """Return a finding for each footnote that has a different number in ``version``."""
    return [
        Finding(
            rule=FindingRule.TEXT_SET_ASIDE,
            source=version.source,
            location=f"{version.location}: nummer van {kind.value} {key}",
            concerns=PartReference(kind=kind, key=published[kind, key].key),
            text=key,
        )
        for kind, key in version.texts
        if kind is PartKind.NOTE
        and not is_ordinal(key)
        and (kind, key) not in taken
        and (kind, key) in published
        and published[kind, key].printed != key
    ]


def _is_same(published: _PublishedText | None, text: str) -> bool:
    return published is not None and without_whitespace(published.text) == without_whitespace(text)


def without_whitespace(text: str) -> str:
    """Return a text without its white space, for comparison with another text."""
    return "".join(text.split())
