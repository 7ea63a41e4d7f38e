"""The askers named in a heading or a title: "het lid A (P)", "de leden B en C (beiden Q)"."""

import re

from kv2rdf.model.paper import Mention

ASKER_PREFIX = r"(?:het (?:Kamer)?lid|de (?:leden|heer|heren|dames)|mevrouw)"
"""The words before the names of the askers."""

_ASKERS = re.compile(
    r"""
    (?: [Vv]ra(?:gen|ag) (?:[ ]gesteld)? (?:[ ](?:van|door))?   # "Vragen van", "Vraag gesteld door"
      | ^van )                                                  # "van de heer Bij (ABC)"
    (?:[ ](?:het|de)){0,2} [ ]                                  # also "van de de leden"
    (?: (?:Kamer)?lid | leden | heer | heren | dames | mevrouw ) [ ]
    (?P<names> .+? )
    (?:[ ]aan)?                                                 # "(ABC) aan over honing"
    (?: ,?[ ]?\b
        (?: aan[ ](?: de | het | (?:[Mm]inister|[Ss]taatssecretaris)\w* )
          | op[ ]\d+                                            # "(ABC), op 3 mei 2001 medegedeeld"
          | over | inzake | betreffende | omtrent | met[ ]betrekking
        ) \b
      | $ )
    """,
    re.VERBOSE,
)
"""The names in a heading, for example between "het lid" and "over"."""

_GROUP = re.compile(
    r"""
    (?P<names> [^()]+? )
    (?: \s+ (?:beiden?|allen) )? \s*                            # "Bij en Raat beiden (ABC)"
    \( (?: (?:beiden?|allen) \s+ )? \(?                         # "(beiden (ABC)", "((ABC)"
    (?P<party> (?! [^()]*\d{4} ) [^()\]]+ ) [)\]]               # not "(Ingezonden … 1985)"
    (?: [.,;]*\s*$
      | (?: [.,;]+\s* | \s+ ) (?: en\s+ (?: (?:het[ ]lid|de[ ]leden) \s+ )? )? )
    """,
    re.VERBOSE,
)
"""Names with one party, and the words before the next names.

An example is "Bij, Raat en Was (allen ABC) en het lid ".
"""

_SEPARATOR = re.compile(r"(?:[,;]\s*|\s+)en\s+|[,;]\s*|^en\s+")

_SPACE_BETWEEN_LETTERS = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")  # "H u y s"

_COURTESY_TITLE = re.compile(r"^(?:de )?(?:heer|heren|mevrouw|dames)\s+")


def askers_named_in(heading: str) -> tuple[Mention, ...]:
    """Return the askers named in a heading or a title, each with the party after the name.

    The result is empty if there is anything other than names with parties between "het lid" and
    "over".
    """
    match = _ASKERS.search(heading)
    if not match:
        return ()
    names = match["names"]
    askers: list[Mention] = []
    end = 0
    while end < len(names):
        group = _GROUP.match(names, end)
        if not group:
            return ()
        party = "".join(group["party"].split(" ")) if " . " in group["party"] else group["party"]
        askers += [
            Mention(printed=name, name=name, party=party)
            for words in map(str.strip, _SEPARATOR.split(group["names"].strip()))
            if (name := _SPACE_BETWEEN_LETTERS.sub("", _COURTESY_TITLE.sub("", words)))
        ]
        end = group.end()
    return tuple(askers)
