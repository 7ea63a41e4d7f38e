"""The number of a page of a list, as given by the parameter ``p`` of an address."""

from kv2rdf.errors import QueryError

LAST_LISTED_PAGE = 10_000
"""The highest page number that can be requested for a list, except on the search page."""


def page_number(written: str, last: int) -> int:
    """Return the number of a page, from 1 to ``last``.

    Raises QueryError if ``written`` is not such a number.
    """
    # Python does not convert thousands of digits to a number.
    is_short = written.isascii() and written.isdecimal() and len(written) <= len(str(last))
    if not is_short or not 1 <= int(written) <= last:
        raise QueryError(f"p: {written!r} is not a number from 1 to {last}")
    return int(written)
