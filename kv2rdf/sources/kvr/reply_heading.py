"""The heading of a reply within a text.

An example of a complete heading is "Antwoord van minister X (Y). (Ontvangen 1 mei 1985)". In scans,
a heading may be torn: its beginning and its end are at different positions, or one of them is lost.
"""

import re

from msgspec.structs import replace

from kv2rdf.model.paper import Mention, NumberedPart, Paper
from kv2rdf.sources.kvr.heading_pieces import RANK, split_off_on_behalf_of
from kv2rdf.sources.kvr.officers import officers
from kv2rdf.sources.phrases.dutch_dates import day_at_start
from kv2rdf.sources.phrases.heading_words import (
    END_OF_TORN_HEADING,
    REPLY_WORD,
    WHOLE_HEADING,
)

_OFFICER = r"(?:van'?|in|namens)?[ ]?(?:de[ ]heer|mevrouw|[Mm]inister|[Ss]taatssecretaris)\b"
_TO_ITS_DAY = rf"[ ]?{_OFFICER}[^?.]{{0,150}}?\d{{4}}\)\.?(?=[ ])"
_TO_NUMBERS = rf"[ ]?{_OFFICER}[^?.\d]{{0,40}}(?=[ ]\d(?:,[ ]?\d)*[ ]en[ ]\d[ ][A-Z])"
_CUT_OFF = re.compile(
    rf"""
      (?<!\w)
      (?: Antwoord[ ]Antwoord                  # "Hoe? Antwoord Antwoord"
        | (?<=\?[ ])Antwoord(?=[ ]van[ ][MmSs])  # "Hoe? Antwoord van staatssecretaris De"
        | Nader[ ]antwoord(?=[ ]van[ ][MmSs])  # "Nader antwoord van minister De"
      )
    | (?<=\.[ ])Antwoord
      (?= {_TO_ITS_DAY}                        # "jl. Antwoord van minister Van den 1985) Zo."
        | {_TO_NUMBERS}                        # "jl. Antwoord van minister Van 1, 2 en 3 Zo"
      )
    | (?<=[.?\u2019'][ ])Antwoord$             # "Hoe? Antwoord" at the end of the text
    """,
    re.VERBOSE,
)
"""The beginning of a heading whose end is at another position."""

_REST_TO_END = re.compile(
    rf"""
    [ ]?{_OFFICER}
    (?:
        (?:(?!\(Ontvangen)[^?]){{0,280}}
        (?: \)                                # "van minister Kade (Zaken)"
          | \d{{4}}                           # "van minister Van den 1985"
          | \(Ontvangen[ ][^()]{{0,22}}\)?    # "van minister Kade (Zaken). (Ontvangen 23"
        )
      | [^?()]{{0,40}}                        # "van staatssecretaris De"
    )
    \.?$
    """,
    re.VERBOSE,
)
"""The rest of a heading, up to the end of its element."""

_REST_WITHIN = re.compile(
    rf"""
      {_TO_ITS_DAY}   # "van minister Van den 1985) Zo."
    | {_TO_NUMBERS}   # "van staatssecretaris Van 1, 2 en 3 Zo is het"
    """,
    re.VERBOSE,
)
"""The rest of a heading that is followed by other text, because printed columns were joined."""

_ANSWERER = re.compile(
    rf"""
    (?:{REPLY_WORD}[ .:]*){{1,8}}
    (?: van'?[ ] | namens[ ] | in[ ])?
    (?:
        (?P<title>[Mm]inister(?:-[Pp]resident)?|[Ss]taatssecretaris)[ ]
        (?P<name>[^()]{{2,60}}?)\.?[ ]
        \((?P<department>[^()]+)\)?[.,]?            # "minister Kade (Zaken)."
      | (?:de[ ]heer|mevrouw)[ ]
        (?P<words>[^()]{{2,40}}?[ ,.(]+{RANK}.+?)   # "de heer Kade, minister van Zaken"
    )
    [., ]*$
    """,
    re.VERBOSE,
)


def has_reply_heading(part: NumberedPart) -> bool:
    """Whether the text of a part contains the complete heading of a reply."""
    return WHOLE_HEADING.search(part.text.text) is not None


def find_reply_heading(text: str, *, is_last: bool) -> tuple[int, int] | None:
    """Return the start and end of a reply's heading in the text of a question, or None.

    The heading may be complete or torn. In the last question of a paper (``is_last``), the end of a
    torn heading is accepted only if text follows it.
    """
    if whole := WHOLE_HEADING.search(text):
        return whole.span()
    cut_off = _CUT_OFF.search(text)
    torn = END_OF_TORN_HEADING.search(text)
    if torn and not (is_last and torn.end() == len(text)):
        start = cut_off.start() if cut_off else torn.start()
        if torn.start() <= start < torn.end():
            return start, torn.end()
    if not cut_off:
        return None
    rest = None if is_last else _REST_TO_END.match(text, cut_off.end())
    rest = rest or _REST_WITHIN.match(text, cut_off.end())
    return cut_off.start(), rest.end() if rest else cut_off.end()


def on_behalf_of(heading: str) -> tuple[Mention, ...]:
    """Return those on whose behalf a reply is given, according to its heading.

    ``heading`` ends in the date of the reply. Several offices form one mention, as printed.
    """
    _, also = _split_heading(heading)
    return (Mention(printed=also, office=also),) if also else ()


def with_reply_heading(paper: Paper, heading: str) -> Paper:
    """Return a paper with the answerers that a heading names.

    Those on whose behalf the reply is given are also taken from the heading, and so is the date of
    the reply if the paper has none.
    """
    _, _, day = heading.rpartition("(")
    dated, _ = day_at_start(re.sub(r"^\D+", "", day))
    before, _ = _split_heading(heading)
    answerer = _ANSWERER.match(before)
    if answerer is None or "namens" in (answerer["words"] or ""):
        named: tuple[Mention, ...] = ()
    elif answerer["words"]:
        named = officers("de", "", answerer["words"]).answerers
    else:
        named = officers(answerer["title"], answerer["department"], answerer["name"]).answerers
    return replace(
        paper,
        dated=paper.dated or dated,
        answerers=named or paper.answerers,
        on_behalf_of=on_behalf_of(heading) or paper.on_behalf_of,
    )


def _split_heading(heading: str) -> tuple[str, str]:
    """Return the words of a heading before "mede namens", and those after it, without the date."""
    words, bracket, _ = heading.rpartition("(")
    return split_off_on_behalf_of(words if bracket else heading)
