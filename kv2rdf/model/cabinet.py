"""A cabinet: the ministers and state secretaries who govern during the same period."""

from datetime import date

from msgspec import Struct

from kv2rdf.model.evidence import DatePrecision


class Cabinet(Struct, frozen=True, kw_only=True):
    """A cabinet, as listed in ``seeds/``.

    ``short_name`` is its name without the word for cabinet, such as "Balkenende IV". ``until`` is
    the date on which it left office, which is the first day of the next cabinet. It is None if the
    cabinet is still in office.
    """

    key: str
    name: str
    name_en: str
    short_name: str
    since: date
    since_precision: DatePrecision = DatePrecision.DAY
    until: date | None = None
    until_precision: DatePrecision = DatePrecision.DAY
    wikidata: str | None = None
