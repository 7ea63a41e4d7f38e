"""The dates from which papers name the ministers to whom questions are put."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from kv2rdf.model.kinds import Chamber

FIRST_DAYS_WITH_ADDRESSEES: Final[Mapping[Chamber, date]] = MappingProxyType(
    {Chamber.TK: date(1998, 9, 15), Chamber.EK: date(2000, 9, 19)}
)
"""For each chamber, the date of tabling from which papers usually name the addressees.

Each is the first day of a session. In the KVR archive, an addressee is named in 1% of the 10,564
papers of the Tweede Kamer that were tabled before that date, and in 99.5% of the 16,623 later ones.
In the Eerste Kamer, an addressee is named in 5% of the 510 earlier papers, and in 75% of the 146
later ones.
"""
