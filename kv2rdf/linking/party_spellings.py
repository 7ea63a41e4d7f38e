"""How the spellings of a party are recognised as that party: "V.V.D.", "(VVD", "VVD"."""

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 10)
def party_letters(printed: str) -> str:
    """Return a party in the form in which parties are compared.

    "V.V.D." becomes "vvd". So do "(VVD" and "beiden VVD": a scan may have left a bracket, or the
    words before a party that several askers share.
    """
    party = re.sub(r"^\W*(?:beiden?|al+en|lid)(?=[ A-Z])", "", printed)
    return re.sub(r"[\W_]+", "", party).casefold()
