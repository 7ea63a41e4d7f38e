"""Who asks: as the edition lists them, and as the title names them.

The title says "de leden A (P) en B en C (beiden Q)"; the edition runs names together, and loses
some, and parties.
"""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec.structs import replace

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Mention, Paper, Remark
from kv2rdf.sources.phrases.askers import askers_named_in

_ALIKE = 0.75


def with_title(paper: Paper) -> Paper:
    """Give a paper its askers by its title, where the edition ran names together or lost some.

    The title decides where its names are those listed ("Jong A., de" is "A. de Jong"), with a party
    that is lacking or in another order; or where they have, in their order, all the letters of
    those listed, and are more. Where they are as many, and like those listed ("Nypels" is
    "Nijpels"), it has the parties that are lacking. Else the list stands, but for a party that is
    of the last one only.
    """
    listed = paper.askers
    completed = _completed(listed, paper.title or "")
    if completed == listed:
        return paper
    words = ", ".join(map(_listed, listed))
    remark = Remark(
        rule="indiener-uit-titel", place="vraagdata/vrager", part=PartKind.QUESTION, text=words
    )
    return replace(paper, askers=completed, remarks=(*paper.remarks, remark))


def _completed(listed: tuple[Mention, ...], title: str) -> tuple[Mention, ...]:
    if not listed:
        return listed
    if not (titled := askers_named_in(title)):
        return _with_one_party(listed, title)
    alike = len(titled) == len(listed) and all(map(_alike, titled, listed))
    if alike and (not _same(titled, listed) or _names(titled) == _names(listed)):
        return tuple(
            asker if asker.party else replace(asker, party=by_title.party)
            for asker, by_title in zip(listed, titled, strict=True)
        )
    if _same(titled, listed) or (len(titled) > len(listed) and _has(titled, listed)):
        return tuple(replace(asker, party=_party(asker, listed)) for asker in titled)
    return listed


def _with_one_party(listed: tuple[Mention, ...], title: str) -> tuple[Mention, ...]:
    """Give the one party behind names that ran together ("AB (P)") to the last of them alone.

    The edition gave it to all; the title has "beiden" or "allen" where it is.
    """
    names, _, behind = title.partition("(")
    *others, last = listed
    run_together = _letters(names) == "".join(_letters(asker.printed) for asker in listed)
    if not last.party or not run_together or not behind.startswith(f"{last.party})"):
        return listed
    return (*(replace(asker, party=None) for asker in others), last)


def _party(asker: Mention, listed: Sequence[Mention]) -> str | None:
    """Give the party of an asker in the title: as the list spells it, where it lists that name."""
    spelled = (
        other.party
        for other in listed
        if other.party and _words(other) == _words(asker)
        if _letters(other.party) == _letters(asker.party or "")
    )
    return next(spelled, asker.party)


def _listed(asker: Mention) -> str:
    return f"{asker.printed} ({asker.party})" if asker.party else asker.printed


def _same(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    return sorted(map(_words, titled)) == sorted(map(_words, listed))


def _has(titled: Sequence[Mention], listed: Sequence[Mention]) -> bool:
    """Tell whether the names of a title have in them, in order, the letters of those listed."""
    whole = "".join(_letters(asker.printed) for asker in titled)
    end = 0
    for asker in listed:
        start = whole.find(_letters(asker.printed), end)
        if start < 0:
            return False
        end = start + len(_letters(asker.printed))
    return True


def _names(askers: Sequence[Mention]) -> list[str | None]:
    return [asker.name for asker in askers]


def _alike(one: Mention, other: Mention) -> bool:
    """Tell whether two names are one, misread in a letter or two."""
    first, second = _letters(one.printed), _letters(other.printed)
    return SequenceMatcher(None, first, second, autojunk=False).ratio() > _ALIKE


def _words(asker: Mention) -> tuple[str, ...]:
    name, _, _ = asker.printed.partition("(")  # "Van Voorbeeld (ABC)"
    return tuple(sorted(re.findall(r"[^\W_]+", name.casefold())))


def _letters(name: str) -> str:
    return re.sub(r"\ben\b|[\W_]+", "", name).casefold()
