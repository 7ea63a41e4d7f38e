"""The rules that determine which addresses are permanent and which a release may lack.

docs/addresses.md ("Stable addresses") lists them for users.
"""

import re

_CASE = r"(?:\d{4}Z\d{5}|2\d{9}|ah-(?:tk|ek)-\d{8}-\w+)"
_ANNEX = r"\d{8}/\w+"
_DAY = r"\d{4}-\d{2}-\d{2}(?:-\d+)?"
_NUMBERS = r"\d+[a-z]?(?:-\d+[a-z]?)*"
_BELOW_A_PAPER = (
    rf"(?:/(?:set/\d+/)?(?:vraag|antwoord)/{_NUMBERS}|(?:/set/\d+)?/toelichting|/nld(?:/\w+)?)?"
)
_STABLE = re.compile(
    rf"""
      /eli/nl/(?:tk|ek)/(?:
          zaak/{_CASE}
          (?: \#indiening | \#(?:uitstel|kennisgeving|beantwoording)-(?:\d{{8}}-\w+|{_DAY}) )?
        | kv/{_CASE} (?:/(?:uitstel|mededeling)/{_DAY})? {_BELOW_A_PAPER}
        | ah/{_ANNEX} {_BELOW_A_PAPER}
      )
    | /graph/(?:derived/)?{_CASE}
    | /graph/(?:register|statistics|meta)
    | /id/(?!(?:ambtsvorm|fractie|naamvorm|rubriek)/).+
    """,
    re.VERBOSE | re.ASCII,
)
_OF_A_PERSON = re.compile(r"/id/(?:persoon|lidmaatschap)/.+", re.ASCII)


def is_stable(path: str) -> bool:
    """Whether an address, given without its base, is stable.

    A stable address remains valid, or gets an alias. Any other address may disappear without an
    alias.
    """
    return _STABLE.fullmatch(path) is not None


def is_of_person(path: str) -> bool:
    """Whether an address, given without its base, identifies a person, a membership or a tenure.

    A release contains these entities only if at least one of its papers may refer to the person.
    """
    return _OF_A_PERSON.fullmatch(path) is not None
