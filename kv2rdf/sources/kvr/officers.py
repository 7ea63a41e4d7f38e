"""Who answers or gives a notice, as the KVR edition prints an officer."""

import re

from kv2rdf.model.paper import Mention

_COURTESY_TITLES = {"de", "mevrouw"}
_NAME_AND_OFFICE = re.compile(r"(.+?),? ((?:[Mm]inister|[Ss]taatssecretaris)\b.*)")


def officer(title: str, department: str, name: str) -> tuple[Mention, ...]:
    """Return who answers or gives a notice; () if nothing is printed.

    ``title`` is "minister", ``department`` "Justitie". For the Eerste Kamer the edition has "de" or
    "mevrouw" as title, the office after the name ("heer Nuis, staatssecretaris van Cultuur"), and a
    piece of the heading as department.
    """
    if title not in _COURTESY_TITLES:
        office = f"{title} {department}".strip() or None
        printed = name or office
    else:
        printed = name
        name = name.removeprefix("heer ")
        named = _NAME_AND_OFFICE.fullmatch(name)
        office = named[2].rstrip(".") if named else None
        name = named[1] if named else name
    return (Mention(printed=printed, name=name or None, office=office),) if printed else ()
