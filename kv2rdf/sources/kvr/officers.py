"""The ministers and state secretaries who answer or give a notice in the KVR edition."""

import re

from kv2rdf.model.paper import Mention

_COURTESY_TITLES = {"de", "mevrouw"}
_NAME_AND_OFFICE = re.compile(r"(.+?),? ((?:[Mm]inister|[Ss]taatssecretaris)\b.*)")


def officer(title: str, department: str, name: str) -> tuple[Mention, ...]:
    """Return the officer who answers or gives a notice, or () if nothing is printed.

    For example, ``title`` is "minister" and ``department`` is "Justitie". In papers of the Eerste
    Kamer, ``title`` is "de" or "mevrouw", and ``name`` also contains the office ("heer Nuis,
    staatssecretaris van Cultuur"). There ``department`` is a piece of the heading and is not used.
    """
    if title not in _COURTESY_TITLES:
        office, ministry = title or None, department or None
        printed = name or f"{title} {department}".strip()
    else:
        printed, ministry = name, None
        name = name.removeprefix("heer ")
        named = _NAME_AND_OFFICE.fullmatch(name)
        office = named[2].rstrip(".") if named else None
        name = named[1] if named else name
    mention = Mention(printed=printed, name=name or None, office=office, ministry=ministry)
    return (mention,) if printed else ()
