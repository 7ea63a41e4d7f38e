"""The state of a KVR document while it is being read and repaired.

Because repairs split, move and remove parts, the position of a part may change. Parts therefore
have ids, to which remarks refer until all repairs are done.
"""

import itertools
from collections.abc import Container, Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final, Self, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Mention, NumberedPart, Paper, Remark
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.text import Passage

PartId: TypeAlias = int
Subject: TypeAlias = PartId | PartKind | None
"""The subject of a remark: a part, all parts of one kind, or the whole paper (None)."""

NO_ROWS: Final[Mapping[str, str]] = MappingProxyType({})
"""The lookups of a kind for which there is no row."""

_Location: TypeAlias = tuple[PartKind | None, int | None]

_next_id = itertools.count(1).__next__


class KvrPart(NumberedPart, frozen=True, kw_only=True):
    """A question or an answer with an id that stays the same if the part is changed or moved."""

    id: PartId = field(default_factory=_next_id)

    def split_around(self, start: int, end: int) -> tuple[Self | None, Self | None]:
        """Return the parts before ``start`` and from ``end`` on. A part without text is None.

        The first part keeps the id, the label and the numbers. The second part has no label, no
        numbers and a new id. If there is no first part, the second part keeps the old id.
        """
        before, after = self.text.split_around(start, end)
        first = replace(self, text=before) if before else None
        if after is None:
            return first, None
        return first, type(self)(
            label=None,
            numbers=(),
            text=after,
            question_set=self.question_set,
            id=_next_id() if first else self.id,
        )


class KvrRemark(Struct, frozen=True, kw_only=True):
    """A remark on the subject ``about``. ``KvrReading.numbered`` converts it to a ``Remark``."""

    rule: FindingRule
    location: str
    about: Subject = None
    text: str | None = None


class KvrNotice(Struct, frozen=True, kw_only=True):
    """A notice that was read from a ``mededeling`` element, with remarks on it."""

    text: str
    dated: date | None
    answerers: tuple[Mention, ...]
    on_behalf_of: tuple[Mention, ...]
    remarks: tuple[KvrRemark, ...]


class KvrReading(Struct, frozen=True, kw_only=True):
    """The content of a KVR document before, between or after the repairs.

    ``paper`` contains no parts and no remarks. These are in other fields until ``numbered`` adds
    them. ``last_line`` is the last printed line of the document until that line is moved to its
    position. It is "" after that, or if there is no such line. If the line became the text of an
    empty element, it is in ``filled_line`` instead. ``element_notice`` is the notice that was read
    from a ``mededeling`` element. ``recorded_answerers`` contains the names of the answerers in the
    library's record, and ``recorded_reply`` the date of the reply in it, or "". ``printed_day`` is
    the date of tabling as printed in the heading. ``misprinted_days`` maps a document and its
    printed date of tabling to the intended date (from seeds/lookups.csv). ``is_kamerstuk`` is True
    if the text is that of a Kamerstuk.
    """

    paper: Paper
    questions: tuple[KvrPart, ...] = ()
    answers: tuple[KvrPart, ...] = ()
    remarks: tuple[KvrRemark, ...] = ()
    last_line: str = ""
    filled_line: str = ""
    element_notice: KvrNotice | None = None
    recorded_answerers: tuple[str, ...] = ()
    recorded_reply: str = ""
    printed_day: str = ""
    misprinted_days: Mapping[str, str] = NO_ROWS
    is_kamerstuk: bool = False

    def numbered(self) -> Paper:
        """Return the paper with its parts, and with remarks that refer to parts by position.

        Raises KeyError if a remark is about a part that no longer exists. A repair that removes a
        part must therefore also remove or change the remarks on that part.
        """
        locations: dict[Subject, _Location] = {
            None: (None, None),
            PartKind.QUESTION: (PartKind.QUESTION, None),
            PartKind.ANSWER: (PartKind.ANSWER, None),
            PartKind.EXPLANATION: (PartKind.EXPLANATION, 1),
        }
        sides = ((PartKind.QUESTION, self.questions), (PartKind.ANSWER, self.answers))
        for kind, parts in sides:
            for ordinal, part in enumerate(parts, start=1):
                locations[part.id] = kind, ordinal
        return replace(
            self.paper,
            questions=tuple(map(_without_id, self.questions)),
            answers=tuple(map(_without_id, self.answers)),
            remarks=tuple(_located(remark, *locations[remark.about]) for remark in self.remarks),
        )


def new_part(text: str) -> KvrPart:
    """Return a part without a label or numbers, whose text is one paragraph."""
    return KvrPart(label=None, numbers=(), text=Passage(paragraphs=(text,)))


def part_ids(parts: Iterable[KvrPart]) -> set[PartId]:
    """Return the ids of the given parts."""
    return {part.id for part in parts}


def with_subject(
    remarks: Iterable[KvrRemark], subject: Subject, *, of: Container[Subject]
) -> tuple[KvrRemark, ...]:
    """Return the remarks, with every subject that is in ``of`` replaced by ``subject``."""
    return tuple(
        replace(remark, about=subject) if remark.about in of else remark for remark in remarks
    )


def _without_id(part: KvrPart) -> NumberedPart:
    return NumberedPart(
        label=part.label, numbers=part.numbers, text=part.text, question_set=part.question_set
    )


def _located(remark: KvrRemark, part: PartKind | None, ordinal: int | None) -> Remark:
    return Remark(
        rule=remark.rule, location=remark.location, part=part, ordinal=ordinal, text=remark.text
    )
