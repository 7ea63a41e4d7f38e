"""How different spellings of one party ("V.V.D.", "(VVD", "VVD") are recognised."""

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 10)
def party_letters(printed: str) -> str:
    """Return the printed name of a party in the form in which parties are compared.

    "V.V.D." becomes "vvd". So do "(VVD" and "beiden VVD". A scan may have left a bracket before the
    party, or a word such as "beiden", which is printed if several askers are of one party.
    """
    party = re.sub(r"^\W*(?:beiden?|al+en|lid)(?=[ A-Z])", "", printed)
    return re.sub(r"[\W_]+", "", party).casefold()
