"""The search page, which lists texts by case."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import STATES, FoundText, SearchOrder
from kv2rdf.query.near_words import UnknownWord
from kv2rdf.query.open_release import Release
from kv2rdf.query.period import Period
from kv2rdf.query.tabled_period import is_outside
from kv2rdf.release.text_index import TEXT_KINDS
from kv2rdf.server.pages.case_notes import note_anchor
from kv2rdf.server.pages.case_rows import CaseRow, case_rows
from kv2rdf.server.pages.matching_things import matching_things
from kv2rdf.server.pages.other_searches import OtherSearch, missing_words, other_searches
from kv2rdf.server.pages.page_site import PageSite, part_anchor
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.page_title import SplitTitle, split_title
from kv2rdf.server.pages.search_facets import chosen_filters, search_facets
from kv2rdf.server.pages.search_request import (
    CHAMBERS,
    FORMS,
    LAST_PAGE,
    ORDERS,
    SearchRequest,
)

PLACES_ON_A_PAGE = 25
_WORD = re.compile(r"\w[\w'’-]*\*?")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR(?:/\d*)?)(?=[\s()]|$)")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A text that was found.

    ``pieces`` contains the pieces of an excerpt from the text, and whether each of them was
    searched for.
    """

    kind: str
    part: str | None
    href: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case and the texts that were found in it. ``text`` is the first of these texts."""

    text: FoundText
    title: SplitTitle
    places: tuple[FoundPlace, ...]


def prepare_search(release: Release) -> None:
    """Read the data that every search needs from the text index.

    These are the facets of all cases, and the cases of all texts. Raises ReleaseError if the text
    index cannot be read.
    """
    release.facets("")
    release.texts.read_places()


def search_html(release: Release, site: PageSite, request: SearchRequest) -> str:
    """Return the search page.

    If ``request`` contains no words, the page lists the cases that match its filters.

    If the search is not valid or takes too long, the page states the reason. Raises ReleaseError if
    the store or the text index cannot be read.
    """
    cases: tuple[FoundCase, ...] = ()
    missing: tuple[UnknownWord, ...] = ()
    others: tuple[OtherSearch, ...] = ()
    newest: tuple[CaseRow, ...] = ()
    total, facets, problem = 0, None, None
    things = matching_things(release, site, request.words)
    start = (request.page - 1) * PLACES_ON_A_PAGE
    try:
        if request.words:
            with release.texts.searching_together():
                facets = release.facets(request.words, request.text_filter())
                found = release.search(
                    request.words,
                    first=PLACES_ON_A_PAGE,
                    only=request.text_filter(),
                    order=request.search_order,
                    offset=start,
                )
                total, cases = found.total, _cases(found.texts, site, request)
                missing = () if things else missing_words(release, request)
                others = () if total else other_searches(release, request, missing)
        else:
            facets = release.facets("", request.text_filter())
            only = replace(request.text_filter(), kinds=frozenset())  # these are kinds of texts
            oldest = request.search_order is SearchOrder.OLDEST
            listed = release.found_cases(
                first=PLACES_ON_A_PAGE,
                only=only,
                order=SearchOrder.OLDEST if oldest else SearchOrder.DAY,
                offset=start,
            )
            total = listed.total
            newest = case_rows(release, [case.address for case in listed.cases])
    except QueryError as error:
        problem = str(error)
    return page_html(
        site,
        "search.html.j2",
        request=request,
        cases=cases,
        things=things,
        newest=newest,
        total=total,
        problem=problem,
        pages=max(request.page, min(LAST_PAGE, -(-total // PLACES_ON_A_PAGE))),
        missing=[unknown.word for unknown in missing],
        others=others,
        case_count=facets.total if facets else 0,
        period=_period_of_data(release, request),
        facets=search_facets(facets, request, site) if facets else (),
        chosen=chosen_filters(release, request, site),
        kinds=TEXT_KINDS,
        chambers=CHAMBERS,
        states=STATES,
        orders=tuple(ORDERS),
        forms=FORMS[1:],
    )


def _period_of_data(release: Release, request: SearchRequest) -> Period | None:
    """Return the period of all cases if that of a search lies outside it, or None."""
    period = release.texts.tabled_period()
    return period if period and is_outside(request.text_filter(), period) else None


def _cases(
    texts: tuple[FoundText, ...], site: PageSite, request: SearchRequest
) -> tuple[FoundCase, ...]:
    wanted = _WORD.findall(_OPERATOR.sub(" ", request.words))
    starts = "|".join(
        re.escape(w[:-1]) + r"\w*" if w.endswith("*") else re.escape(w) for w in wanted
    )
    pattern = re.compile(rf"\b(?:{starts})\b", re.IGNORECASE) if starts else None
    return tuple(
        FoundCase(listed[0], split_title(listed[0].title), tuple(
            FoundPlace(text.kind, text.part, _link(text, site), _pieces(text.snippet, pattern))
            for text in listed
        ))
        for _, group in groupby(texts, key=lambda text: text.case)
        for listed in (list(group),)
    )  # fmt: skip


def _link(text: FoundText, site: PageSite) -> str:
    link = site.link(f"zaak/{text.case}")
    anchor = part_anchor(text.address) or note_anchor(text.address, text.part or "")
    return f"{link}#{anchor}" if anchor else link


def _pieces(snippet: str, pattern: re.Pattern[str] | None) -> tuple[tuple[str, bool], ...]:
    if pattern is None:
        return ((snippet, False),)
    pieces, start = [], 0
    for found in pattern.finditer(snippet):
        pieces += [(snippet[start : found.start()], False), (found[0], True)]
        start = found.end()
    return tuple(piece for piece in (*pieces, (snippet[start:], False)) if piece[0])
