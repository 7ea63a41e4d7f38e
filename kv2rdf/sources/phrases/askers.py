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
    (?: (?:[Kk]amer)?(?:[Ll]id|leden) | heer | heren | dames | mevrouw ) [ ]
    (?P<names> .+? )
    (?:[ ]aan)?                                                 # "(ABC) aan over honing"
    (?: ,?[ ]?\b
        (?: aan[ ](?: de | het | (?:[Mm]inister|[Ss]taatssecretaris)\w* )
          | op[ ]\d+                                            # "(ABC), op 3 mei 2001 medegedeeld"
          | om | over | inzake | betreffende | omtrent | met[ ]betrekking
        ) \b
      | $ )
    """,
    re.VERBOSE,
)
"""The names in a heading, for example between "het lid" and "over"."""

_GROUP = re.compile(
    r"""
    (?P<names> [^()]+? )
    (?: \s+ (?:beiden?|al+en) )? \s*                            # "Bij en Raat beiden (ABC)"
    \( (?: (?:beiden?|al+en) \s+ )? \(?                         # "(beiden (ABC)", "((ABC)"
    (?P<party> (?! [^()]*\d{4} ) [^()\]]+ ) [)\]]               # not "(Ingezonden … 1985)"
    (?: \s+ (?:beiden|al+en) \b )?                             # "(ABC) beiden"
    (?: [.,;]*\s*$
      | (?: [.,;]+\s* | \s+ ) (?: en\s+ (?: (?:het[ ]lid|de[ ]leden) \s+ )? )? )
    """,
    re.VERBOSE,
)
"""Names that share one party, and the words before the next names.

An example is "Bij, Raat en Was (allen ABC) en het lid ".
"""

_SEPARATOR = re.compile(r"(?:[,;]\s*|\s+)en\s+|[,;]\s*|^en\s+|(?<=[a-z]{3})\.\s+(?=[A-Z])")

_MISREAD_BRACKETS = (
    (re.compile(r"(?<=\))[¹²³]"), ""),  # "(ABC)¹"
    (re.compile(r"(?<= )[)j](?=[A-Z][^()]{1,20}\))"), "("),  # "Bij jABC)"
    (
        re.compile(r"(?<=[a-z] )(?<!\([a-z]{5} )(?<!\([a-z]{6} )(?=[A-Z][\w.']{0,8}[A-Z\d]\.?\))"),
        "(",
    ),
    (re.compile(r"(\([^()]{2,20}?)[(/](?=[\s,.]|$)"), r"\1)"),  # "(ABC/ en"
    (re.compile(r"(\([^()]{1,20}?[.\dA-Z])[jJ](?=[\s,]|$)"), r"\1)"),  # "(A.B.C.j en"
    (re.compile(r"(\((?:beiden |al+en )?(?:[A-Za-z']{1,3}\.)+)(?=\s+en\b|$)"), r"\1)"),
)
"""Misread and missing brackets around parties in scans, with their replacements."""

_SPACE_BETWEEN_LETTERS = re.compile(r"(?<=\b[^\W\d_]) (?=[^\W\d_]\b)")  # "H u y s"

_COURTESY_TITLE = re.compile(r"^(?:de )?(?:heer|heren|mevrouw|dames)\s+")


def askers_named_in(heading: str) -> tuple[Mention, ...]:
    """Return the askers named in a heading or a title, each with the party after the name.

    The result is empty if there is anything other than names with parties between "het lid" and
    "over", or if a name is a single letter.
    """
    match = _ASKERS.search(heading)
    if not match:
        return ()
    names = match["names"]
    for misread, bracket in _MISREAD_BRACKETS:
        names = misread.sub(bracket, names)
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
    return () if any(len(asker.printed) == 1 for asker in askers) else tuple(askers)
