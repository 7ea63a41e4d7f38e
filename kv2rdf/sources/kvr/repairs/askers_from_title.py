"""The repair of the list of askers by means of the title.

A title contains words such as "de leden A (P) en B en C (beiden Q)". In the list of askers, names
are sometimes joined together or repeated, names or parties are sometimes missing, and the last name
sometimes includes the subject.
"""

import re
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.letter_similarity import is_similar
from kv2rdf.model.paper import Mention
from kv2rdf.model.rules import FindingRule
from kv2rdf.sources.kvr.paper_in_progress import (
    KvrReading,
    KvrRemark,
)
from kv2rdf.sources.phrases.askers import askers_named_in

_BEFORE_SUBJECT = re.compile(r" (?:over|inzake|betreffende|omtrent) ")
_WORD = re.compile(r"[^\W_]+")
_NOT_LETTERS = re.compile(r"\ben\b|[\W_]+")
_SIMILAR = 0.75

_LONGEST_COMPARED = 200
"""The maximum length of names whose similarity is computed. Longer names must be equal."""


def take_askers_from_title(reading: KvrReading) -> KvrReading:
    """Take the askers from the title if names in the list are joined together or missing.

    If a listed name includes the subject ("Bij over honing"), the subject is removed. The names in
    the title replace the list if both contain the same names, but in a different order or with
    their words in a different order ("Jong A., de" is "A. de Jong"). They also replace the list in
    three other cases. In the first case, both consist of the same words, but the list divides them
    into different names ("Kalf" and "Jansen" are listed as "Kalf-Jansen"). In the second case, the
    title contains more names, including every listed name in order. In the third case, a name is
    listed twice, and the title contains all listed names. If both contain the same number of names,
    and these are equal or similar ("Nypels" is "Nijpels"), only missing parties are taken from the
    title. Otherwise the list is kept, but a party that belongs only to the last asker is removed
    from the others. A remark quotes the original list.
    """
    listed = reading.paper.askers
    askers = _askers(listed, reading.paper.title or "")
    if askers == listed:
        return reading
    remark = KvrRemark(
        rule=FindingRule.ASKER_FROM_TITLE,
        location="vraagdata/vrager",
        about=PartKind.QUESTION,
        text=", ".join(map(_as_listed, listed)),
    )
    return replace(
        reading,
        paper=replace(reading.paper, askers=askers),
        remarks=(*reading.remarks, remark),
    )


def _askers(listed: tuple[Mention, ...], title: str) -> tuple[Mention, ...]:
    if not listed:
        return listed
    listed = tuple(_without_subject(asker, title) for asker in listed)
    titled = askers_named_in(title)
    if not titled:
        return _with_party_of_last(listed, title)
    have_same_names = _have_same_names(titled, listed)
    are_similar = len(titled) == len(listed) and all(map(_are_similar, titled, listed))
    if are_similar and (not have_same_names or _names(titled) == _names(listed)):
        return tuple(
            asker if asker.party else replace(asker, party=by_title.party)
            for asker, by_title in zip(listed, titled, strict=True)
        )
    if (
        _have_same_words(titled, listed)
        or (len(titled) > len(listed) and _contain(titled, listed))
        or _is_repeated_among(titled, listed)
    ):
        return tuple(replace(asker, party=_party(asker, listed)) for asker in titled)
    return listed


def _without_subject(asker: Mention, title: str) -> Mention:
    """Return an asker, without the subject of the questions if the listed name includes it.

    For example, "Bij over honing" becomes "Bij" if the title contains the same words.
    """
    subject = _BEFORE_SUBJECT.search(asker.printed)
    if not subject or _letters(asker.printed) not in _letters(title):
        return asker
    name = asker.printed[: subject.start()]
    return replace(asker, printed=name, name=name)


def _with_party_of_last(listed: tuple[Mention, ...], title: str) -> tuple[Mention, ...]:
    """Return the askers. If the title joins their names together, only the last keeps the party.

    In a title such as "AB (P)", the party is that of B, but the list assigns it to both. If it were
    the party of all askers, the title would contain "beiden" or "allen".
    """
    names, _, after = title.partition("(")
    *others, last = listed
    are_run_together = _letters(names) == "".join(_letters(asker.printed) for asker in listed)
    if not last.party or not are_run_together or not after.startswith(f"{last.party})"):
        return listed
    return (*(replace(asker, party=None) for asker in others), last)


def _party(asker: Mention, listed: Sequence[Mention]) -> str | None:
    """Return the party of an asker in the title, spelled as in the list if it occurs there."""
    spellings = (
        other.party
        for other in listed
        if other.party and _words(other) == _words(asker)
        if _letters(other.party) == _letters(asker.party or "")
    )
    return next(spellings, asker.party)


def _as_listed(asker: Mention) -> str:
    return f"{asker.printed} ({asker.party})" if asker.party else asker.printed


def _have_same_names(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    return sorted(map(_words, titled)) == sorted(map(_words, listed))


def _have_same_words(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    """Whether two lists consist of the same words, which may be divided differently among names."""
    words = [word for asker in titled for word in _words(asker)]
    return sorted(words) == sorted(w for asker in listed for w in _words(asker) if w != "en")


def _is_repeated_among(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    """Whether a name is listed twice, and all listed names are in the title."""
    names = {_words(asker) for asker in listed}
    return len(names) < len(listed) and names <= {_words(asker) for asker in titled}


def _contain(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    """Whether the names in a title, joined together, contain every listed name in order."""
    letters = "".join(_letters(asker.printed) for asker in titled)
    end = 0
    for asker in listed:
        start = letters.find(_letters(asker.printed), end)
        if start < 0:
            return False
        end = start + len(_letters(asker.printed))
    return True


def _names(askers: Sequence[Mention]) -> list[str | None]:
    return [asker.name for asker in askers]


def _are_similar(one: Mention, other: Mention) -> bool:
    """Whether two names are so similar that one may be a misreading of the other."""
    first, second = _letters(one.printed), _letters(other.printed)
    if first == second or max(len(first), len(second)) > _LONGEST_COMPARED:
        return first == second
    return is_similar(first, second, _SIMILAR)


def _words(asker: Mention) -> tuple[str, ...]:
    name, _, _ = asker.printed.partition("(")  # "Van Voorbeeld (ABC)"
    return tuple(sorted(_WORD.findall(name.casefold())))


def _letters(name: str) -> str:
    return _NOT_LETTERS.sub("", name).casefold()
