"""How different spellings of one office are recognised."""

import re
from functools import lru_cache


@lru_cache(maxsize=1 << 12)
def office_words(printed: str) -> str:
    """Return the printed title of an office in the form in which offices are compared.

    For example, "de minister van Justitie" becomes "minister justitie".
    """
    words = printed.casefold().removeprefix("de ")
    return re.sub(r"^(minister|staatssecretaris) (?:van|voor) ", r"\1 ", words)
