"""Sentences that tell readers what the data does not contain."""

from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.aanhangsel_numbers import missing_numbers
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.year_chart import unfinished_year


def missing_sentence(release: Release, site: PageSite) -> str | None:
    """Return the sentence that counts the missing numbers of the Aanhangsel, or None if none is.

    Raises ReleaseError if the store cannot be read.
    """
    missing = missing_numbers(release)
    return site.words.counted("missing_numbers", missing) if missing else None


def year_limits(release: Release, site: PageSite) -> tuple[str, ...]:
    """Return a sentence for the first year and one for the last if the data has only parts of them.

    The first year is a part if its first case was not tabled in January. The result is empty if all
    cases are of one year, because counts of years are then not compared.
    """
    period, words = release.texts.tabled_period(), site.words
    if period is None or period.first.year == period.last.year:
        return ()
    first, last = period.first, unfinished_year(site)
    begins = words.text("figure_begins", year=first.year, day=words.day(first))
    ends = words.text("figure_unfinished", year=last, day=words.day(site.data_day))
    return (*((begins,) if first.month > 1 else ()), *((ends,) if last else ()))
