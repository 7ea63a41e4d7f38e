"""The heading of a reply within a text: its position, and the answerers and the day in it.

A whole heading is "Antwoord van minister X (Y). (Ontvangen 1 mei 1985)". In scans, a heading may be
torn: its beginning and its end are then in different places, or one of them is lost.
"""

import re

from msgspec.structs import replace

from kv2rdf.model.paper import Mention, NumberedPart, Paper
from kv2rdf.sources.kvr.officers import officer
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
"""The beginning of a heading whose end is elsewhere."""

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
"""The rest of a heading that other text follows, because the printed columns ran together."""

_ANSWERER = re.compile(
    rf"""
    (?:{REPLY_WORD}[ .:]*){{1,8}}
    (?: van'?[ ] | namens[ ] | in[ ])?
    (?P<title>[Mm]inister(?:-president)?|[Ss]taatssecretaris)[ ]
    (?P<name>[^()]{{2,60}}?)\.?[ ]
    \((?P<department>[^()]+)\)[.,]?            # "minister Kade (Zaken)."
    (?:,?[ ]?mede[ ]namens[ ].+?)?             # ", mede namens de minister van Land"
    [., ]*$
    """,
    re.VERBOSE,
)

_ON_BEHALF_OF = re.compile(
    r"""
    \bmede[ ]namens[ ]
    (?P<also> (?: [^()] | \([^()]*\) )+? )     # "de minister-president (Algemene Zaken)"
    [., )]*$
    """,
    re.VERBOSE,
)


def has_reply_heading(part: NumberedPart) -> bool:
    """Whether the text of a part contains the whole heading of a reply."""
    return WHOLE_HEADING.search(part.text.text) is not None


def find_reply_heading(text: str, *, is_last: bool) -> tuple[int, int] | None:
    """Return the start and end of a reply's heading in the text of a question, or None.

    The heading may be whole or torn. In the last question of a paper (``is_last``), the end of a
    torn heading counts only if text follows it.
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
    """Return those on whose behalf a reply is given, as its heading names them.

    ``heading`` ends in the day of the reply. Several offices are one mention, as printed.
    """
    words, bracket, _ = heading.rpartition("(")
    found = _ON_BEHALF_OF.search(words if bracket else heading)
    return (Mention(printed=found["also"], office=found["also"]),) if found else ()


def with_reply_heading(paper: Paper, heading: str) -> Paper:
    """Return a paper with the answerers that a heading names.

    If the paper has no day of the reply, that is also taken from the heading.
    """
    start, bracket, day = heading.rpartition("(")
    dated, _ = day_at_start(re.sub(r"^\D+", "", day))
    paper = replace(paper, dated=paper.dated or dated)
    answerer = _ANSWERER.match(start if bracket else heading)
    if answerer is None:
        return paper
    return replace(
        paper,
        answerers=officer(answerer["title"], answerer["department"], answerer["name"]),
        on_behalf_of=on_behalf_of(heading),
    )
