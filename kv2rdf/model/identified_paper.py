"""The facts that the identifier of a paper contains: kind, chamber, and session or year."""

import re

from kv2rdf.model.completeness import CountedChamber, CountedPaper, IdentifiedPaper, PaperGroup

_FORM = re.compile(
    r"""
    (?: (?P<reply>  ah-(?P<chamber>tk|ek)-(?P<first>\d{4})(?P<last>\d{4})-0*(?P<number>[1-9]\d{,3}))
      | (?P<dated>  kv-(?:(?P<asking>tk|ek)-)?(?P<case>(?P<year>\d{4})Z\d{5}))
      | (?P<tens>   kv-(?:tk-)?(?P<tk>2(?P<tk_session>\d{4})\d{4}(?P<way>[023])))
      | (?P<senate> kv-ek-(?P<ek>2(?P<ek_session>\d{4})\d{3,4} | (?P<ek_late>\d{4})\d\d))
      | (?P<draft>  (?:ah|kv)-[1-9]\d{,6})
    )
    (?:-[hn][1-9]\d*)?
    """,
    re.VERBOSE | re.ASCII,
)
_WAYS = {
    "0": CountedPaper.QUESTIONS,
    "2": CountedPaper.ORAL,
    "3": CountedPaper.INTERPELLATION,
}
_CHAMBERS = {"tk": CountedChamber.TK, "ek": CountedChamber.EK}


def identified_paper(identifier: str) -> IdentifiedPaper:
    """Return the facts that the identifier of a paper contains.

    A later edition (``-h1``, ``-n1``) has the same key as the first edition. Leading zeros in a
    number of the Aanhangsel are ignored. If an identifier contains the number of a case but no
    chamber, the chamber is the Tweede Kamer. The kind is IRREGULAR if the identifier has no known
    form, or if its session is not two successive years.
    """
    found = _FORM.fullmatch(identifier)
    if found is None:
        return _irregular(identifier)
    if found["draft"]:
        return IdentifiedPaper(key=found["draft"], group=PaperGroup(kind=CountedPaper.PROVISIONAL))
    if found["dated"]:
        code = found["asking"] or "tk"
        group = PaperGroup(year=found["year"], chamber=_CHAMBERS[code], kind=CountedPaper.QUESTIONS)
        return IdentifiedPaper(key=f"kv-{code}-{found['case']}", group=group)
    if found["reply"]:
        code, number = found["chamber"], found["number"]
        session, kind = _session(found["first"], found["last"]), CountedPaper.REPLY
        key = f"ah-{code}-{found['first']}{found['last']}-{number}"
    elif found["tens"]:
        code, session = "tk", _short_session(found["tk_session"])
        kind, key = _WAYS[found["way"]], f"kv-tk-{found['tk']}"
    else:
        code, session = "ek", _short_session(found["ek_session"] or found["ek_late"])
        kind, key = CountedPaper.QUESTIONS, f"kv-ek-{found['ek']}"
    if session is None:
        return _irregular(identifier)
    group = PaperGroup(session=session, chamber=_CHAMBERS[code], kind=kind)
    return IdentifiedPaper(key=key, group=group)


def _irregular(identifier: str) -> IdentifiedPaper:
    """Return the facts about a paper with an irregular identifier.

    Its chamber is known only if the identifier contains it directly after the first hyphen, as in
    "kv-tk-…".
    """
    chamber = _CHAMBERS.get(identifier[3:5] if identifier[5:6] == "-" else "")
    group = PaperGroup(chamber=chamber or CountedChamber.UNKNOWN, kind=CountedPaper.IRREGULAR)
    return IdentifiedPaper(key=identifier, group=group)


def _session(first: str, last: str) -> str | None:
    return f"{first}-{last}" if int(last) == int(first) + 1 else None


def _short_session(years: str) -> str | None:
    """Return the session for two years of two digits each, such as 1998-1999 for "9899".

    Return None if the years are not successive.
    """
    first, last = (int(two) + (1900 if int(two) >= 70 else 2000) for two in (years[:2], years[2:]))
    return _session(str(first), str(last))
