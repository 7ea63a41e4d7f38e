"""Who asks, as a heading or a title names them: "het lid A (P)", "de leden B en C (beiden Q)"."""

import re

from kv2rdf.model.paper import Mention

ASKING = r"(?:het (?:Kamer)?lid|de (?:leden|heer|heren|dames)|mevrouw)"
"""What stands before the names of those who ask."""

_BETWEEN = re.compile(
    r"(?:[Vv]ra(?:gen|ag)(?: gesteld)?(?: (?:van|door))?|^van)(?: (?:het|de)){0,2} "
    r"(?:(?:Kamer)?lid|leden|heer|heren|dames|mevrouw) (?P<names>.+?)"
    r"(?: aan)?(?:,? ?\b(?:aan (?:de|het|(?:[Mm]inister|[Ss]taatssecretaris)\w*)|op \d|over|inzake|"
    r"betreffende|omtrent|met betrekking)\b|$)",
)

_GROUP = re.compile(
    r"(?P<names>[^()]+?)(?:\s+(?:beiden?|allen))?\s*\((?:(?:beiden?|allen)\s+\(?)?"
    r"(?P<party>(?![^()]*\d{4})[^()\]]+)[)\]]"
    r"(?:[.,;]*\s*$|(?:[.,;]+\s*|\s+)(?:en\s+(?:(?:het lid|de leden)\s+)?)?)"
)

_AND = re.compile(r"(?:[,;]\s*|\s+)en\s+|[,;]\s*|^en\s+")

_SPACED = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")  # "H u y s"

_COURTESY = re.compile(r"^(?:de )?(?:heer|heren|mevrouw|dames)\s+")


def askers_named_in(heading: str) -> tuple[Mention, ...]:
    """Give the askers that a heading or a title names, each with the party behind the name.

    () where the words between "het lid" and "over" are not wholly names with their parties.
    """
    known = _BETWEEN.search(heading)
    if not known:
        return ()
    names, end, found = known["names"], 0, []
    while end < len(names):
        group = _GROUP.match(names, end)
        if not group:
            return ()
        party = "".join(group["party"].split(" ")) if " . " in group["party"] else group["party"]
        found += [
            Mention(printed=name, name=name, party=party)
            for words in _AND.split(group["names"].strip())
            if (name := _SPACED.sub("", _COURTESY.sub("", words)))
        ]
        end = group.end()
    return tuple(found)
