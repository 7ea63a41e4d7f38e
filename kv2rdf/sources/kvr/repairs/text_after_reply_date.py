"""What stands behind the day of a reply in a KVR document: an answer, a preamble, or a copy.

The field may hold the first answers, of which some have elements of their own as well.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import NumberedPart, Remark
from kv2rdf.model.text import Passage
from kv2rdf.sources.kvr import parts as kvr_parts

_NUMBER_BEFORE = re.compile(r"^(?:\d{1,2}(?!\d)|,|\s|/|t/m|tot en met\b|en(?![a-z]))+")
_NO_LETTERS = re.compile(r"[\W\d_]+")
_FIRST = re.compile(r"1[.:]?\s+(?=[A-Z«‘“])")
_LEAST = 20
"""So many letters at the end of a text are a copy where they are those of the answers behind it."""


def brought_home(
    rest: str, parts: Sequence[NumberedPart], place: str
) -> tuple[list[NumberedPart], list[Remark]]:
    """Give the answers with what stands behind the day, and what that was.

    It is a copy of the first ``parts``; or an answer, linked by the number it opens with, if no
    other has that; or a preamble. A copy may also stand behind it.
    """
    own, copied = _apart(rest, parts)
    told = [Remark(rule="kopie-in-antwoorddatum", place=place, text=copied)] if copied else []
    if not own:
        return list(parts), told
    home = _answer(own, parts)
    preamble = parts and not home.numbers
    rule = "aanhef-in-antwoorddatum" if preamble else "antwoord-in-antwoorddatum"
    at_home = Remark(rule=rule, place=place, part=PartKind.ANSWER, ordinal=1)
    return [home, *parts], [at_home, *told]


def _apart(rest: str, parts: Sequence[NumberedPart]) -> tuple[str, str]:
    """Part a text from the copy of the first answers, or of their beginning, that ends it.

    Figures are left out: they may be numbers of answers, or marks. Before a copy that does not open
    the text, the number of the first answer must stand.
    """
    if not parts:
        return rest, ""
    first, *others = parts
    answers = _letters(
        first.text.text, *(f"{part.label or ''} {part.text.text}" for part in others)
    )
    copy = _letters(_NUMBER_BEFORE.sub("", rest))
    if copy and answers.startswith(copy):
        return "", rest
    places = [place for place, letter in enumerate(rest) if _letters(letter)]
    letters = _letters(rest)
    copies = (at for at in range(len(letters) - _LEAST) if answers.startswith(letters[at:]))
    if first.label is None or (begins := next(copies, None)) is None:
        return rest, ""
    number = r"\s*".join(map(re.escape, "".join(first.label.split())))
    before = re.search(rf"\s*(?<!\d){number}[.:]?\s*$", rest[: places[begins]])
    return (rest[: before.start()], rest[before.start() :].lstrip()) if before else (rest, "")


def _letters(*texts: str) -> str:
    return _NO_LETTERS.sub("", "".join(texts))


def _answer(text: str, parts: Sequence[NumberedPart]) -> NumberedPart:
    """Give an answer to the numbers it opens with: several, or the 1 before a 2 that follows."""
    whole = NumberedPart(label=None, numbers=(), text=Passage(paragraphs=(text,)))
    joint = kvr_parts.with_joint_number(whole, parts)
    if joint.numbers or not parts or parts[0].numbers[:1] != ("2",):
        return joint
    if not (opening := _FIRST.match(text)):
        return whole
    _, behind = whole.text.cut(0, opening.end())
    return replace(whole, label=opening[0].strip(), numbers=("1",), text=behind or whole.text)
