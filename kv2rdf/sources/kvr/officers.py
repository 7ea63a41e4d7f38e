"""The ministers and state secretaries who answer or give a notice in a KVR document."""

import re

from msgspec import Struct

from kv2rdf.model.paper import Mention
from kv2rdf.model.text import with_letters_together
from kv2rdf.sources.kvr.heading_pieces import (
    RANK,
    split_before_ministry,
    split_off_on_behalf_of,
    without_day,
    without_final_marks,
)

_COURTESY_TITLES = {"de", "mevrouw"}
_ONLY_RANK = re.compile(RANK)
_RANK_FIRST = re.compile(rf"(?P<rank>{RANK}) (?!van\b|voor\b)(?P<name>[^,]+)")
_OFFICE_ONLY = re.compile(rf"(?:(?:van )?de )?(?P<office>{RANK}(?:,| ?van\b| ?voor\b).*)")
_NAME_AND_OFFICE = re.compile(rf"(?P<name>.+?)[ ,.(]+(?:de )?(?P<office>{RANK}.*)")
_NAME_AND_OTHER = re.compile(rf"(?P<name>.+?) en (?:van )?(?P<rank>{RANK}) (?P<other>[^(]+)")
_OTHER_IN_DEPARTMENT = re.compile(
    rf"(?P<ministry>.+?)(?:(?<=en|ën|ie)j)? en (?:van )?(?P<rank>{RANK}) (?P<other>[^(]+?)"
    r" ?(?:\((?P<its>.+))?"
)


class Officers(Struct, frozen=True, kw_only=True):
    """The persons who answer or give a notice, and those on whose behalf they do so.

    If words were in the wrong fields, ``mended`` contains the original words of all the fields.
    Otherwise it is None.
    """

    answerers: tuple[Mention, ...]
    on_behalf_of: tuple[Mention, ...] = ()
    mended: str | None = None


def officers(title: str, department: str, name: str) -> Officers:
    """Return the office holders named in three fields of a heading.

    For example, ``title`` is "minister", ``department`` is "Justitie" and ``name`` is "Donner". In
    papers of the Eerste Kamer, ``title`` is "de" or "mevrouw", and ``name`` also contains the
    office, as in "heer Nuis, staatssecretaris van Cultuur". In these papers, ``department`` is a
    piece of the heading and is not used. In some papers, ``name`` or ``department`` contains more
    of the heading, or ``department`` contains only the date of the reply.
    """
    words = ", ".join(filter(None, (title, name, department)))
    printed = name
    is_courteous = title in _COURTESY_TITLES
    if is_courteous:
        title = department = ""
        name = name.removeprefix("heer ")
    ministry, of_department = split_off_on_behalf_of(without_day(department))
    name, of_name = split_off_on_behalf_of(name)
    answerers = _joint(title, ministry, name) or _single(title, ministry, name, printed)
    also = of_name or of_department
    plain = (title or None, department or None)
    is_mended = bool(also) or len(answerers) > 1 or (not answerers and bool(words))
    is_mended |= not is_courteous and any((a.office, a.ministry) != plain for a in answerers)
    return Officers(
        answerers=answerers,
        on_behalf_of=(Mention(printed=also, office=also),) if also else (),
        mended=words if is_mended and not (is_courteous and not printed) else None,
    )


def _joint(title: str, ministry: str, name: str) -> tuple[Mention, ...]:
    """Return the two office holders who reply together, or () if the fields do not name two."""
    if not title:
        return ()
    if found := _NAME_AND_OTHER.fullmatch(name):
        first, second = (found["name"], title, ""), (found["other"], found["rank"], ministry)
    elif found := _OTHER_IN_DEPARTMENT.fullmatch(ministry):
        first = name, title, found["ministry"]
        second = found["other"], found["rank"], found["its"] or ""
    else:
        return ()
    return tuple(
        _mention(printed=name_, name=name_, office=rank, ministry=of)
        for name_, rank, of in (first, second)
    )


def _single(title: str, ministry: str, name: str, printed: str) -> tuple[Mention, ...]:
    """Return the only office holder named in the fields, or () if they name nobody.

    ``printed`` is the original text of the field for the name.
    """
    if not name:
        if not title and (found := _OFFICE_ONLY.fullmatch(ministry)):
            return (_mention(printed=ministry, office=found["office"]),)
        printed = f"{title} {ministry}".strip()
        return (_mention(printed=printed, office=title, ministry=ministry),) if printed else ()
    if title and not _ONLY_RANK.match(title.casefold()) and title[0].isupper():
        title, name = "", f"{title} {name}"  # "Hirsch", "Ballin"
    if found := _RANK_FIRST.fullmatch(name):
        title = title if _ONLY_RANK.fullmatch(title) else found["rank"]
        return (_mention(printed=printed, name=found["name"], office=title, ministry=ministry),)
    if not title and (found := _OFFICE_ONLY.fullmatch(name)):
        return (_mention(printed=printed, office=without_final_marks(found["office"])),)
    if found := _NAME_AND_OFFICE.fullmatch(name):
        office = without_final_marks(found["office"])
        if title and not ministry:  # "Balkenende, minister van Algemene Zaken"
            office, ministry = title, office
        else:  # The title and the ministry belong to another person.
            ministry = ""
        return (_mention(printed=printed, name=found["name"], office=office, ministry=ministry),)
    if not ministry:
        name, ministry = split_before_ministry(name)
    return (_mention(printed=printed, name=name, office=title, ministry=ministry),)


def _mention(*, printed: str, name: str = "", office: str = "", ministry: str = "") -> Mention:
    return Mention(
        printed=printed,
        name=with_letters_together(without_final_marks(name)) or None,
        office=office or None,
        ministry=ministry or None,
    )
