"""Dates of reply whose first word is misread in a scan.

The reader and the audit recognise the same ones.
"""

Letters = tuple[int, int, int]

DAYS: list[tuple[Letters, bool]] = [
    ((0, 1, 1), True),
    ((5, 7, 9), True),
    ((6, 1, 1), False),
    ((0, 0, 1), False),
    ((0, 8, 1), False),
    ((0, 1, 0), False),
    ((0, 1, 10), False),
]
"""The numbers of letters around the v and the g of "Ontvangen", and whether it is recognised."""


def misread_day(letters: Letters) -> str:
    """Return a date of reply with these numbers of letters before the v, before and after the g."""
    before_v, before_g, after_g = ("x" * count for count in letters)
    return f"(Q{before_v}v{before_g}q{after_g}5 mei 1985)"
