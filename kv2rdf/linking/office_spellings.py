"""How the spellings of an office are recognised as that office."""

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 12)
def office_words(printed: str) -> str:
    """Return an office in the form in which offices are compared.

    For example, "de minister van Justitie" becomes "minister justitie".
    """
    words = printed.casefold().removeprefix("de ")
    return re.sub(r"^(minister|staatssecretaris) (?:van|voor) ", r"\1 ", words)
