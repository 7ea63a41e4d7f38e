"""The search page: texts that contain words, below the case that each belongs to."""

import re
from dataclasses import dataclass
from itertools import groupby

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import FoundText
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.case_rows import EVERY_CASE, CaseRow, all_case_totals, case_rows
from kv2rdf.server.pages.page_site import PageSite, part_anchor
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.page_title import SplitTitle, split_title
from kv2rdf.server.pages.search_request import (
    CHAMBERS,
    FORMS,
    KINDS,
    LAST_PAGE,
    ORDERS,
    SearchRequest,
)

PLACES_ON_A_PAGE = 25
_WORD = re.compile(r"\w[\w'’-]*\*?")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR(?:/\d*)?)(?=[\s()]|$)")


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A text that was found. ``pieces`` are its words, and whether each was looked for."""

    kind: str
    part: str | None
    href: str
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class FoundCase:
    """A case with the places in it that were found."""

    text: FoundText
    title: SplitTitle
    places: tuple[FoundPlace, ...]


def search_html(release: Release, site: PageSite, request: SearchRequest) -> str:
    """Return the search page. Without words, it lists the newest cases.

    Raises ReleaseError if the text index cannot be read. A search that is wrong is explained on the
    page.
    """
    cases: tuple[FoundCase, ...] = ()
    newest: tuple[CaseRow, ...] = ()
    total: int | None = None
    problem, has_more, end = None, False, request.page * PLACES_ON_A_PAGE
    if request.words:
        try:
            found = release.search(
                request.words,
                first=PLACES_ON_A_PAGE,
                only=request.text_filter(),
                order=request.search_order,
                offset=end - PLACES_ON_A_PAGE,
            )
            total, cases = found.total, _cases(found.texts, site, request)
            has_more = found.total > end and request.page < LAST_PAGE
        except QueryError as error:
            problem = str(error)
    else:
        newest, total = case_rows(release, EVERY_CASE, 1), all_case_totals(release).total
    return page_html(
        site,
        "search.html.j2",
        request=request,
        cases=cases,
        newest=newest,
        total=total,
        problem=problem,
        has_more=has_more,
        kinds=KINDS,
        chambers=CHAMBERS,
        orders=tuple(ORDERS),
        forms=FORMS[1:],
    )


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
    anchor = part_anchor(text.address)
    return f"{link}#{anchor}" if anchor else link


def _pieces(snippet: str, pattern: re.Pattern[str] | None) -> tuple[tuple[str, bool], ...]:
    if pattern is None:
        return ((snippet, False),)
    pieces, start = [], 0
    for found in pattern.finditer(snippet):
        pieces += [(snippet[start : found.start()], False), (found[0], True)]
        start = found.end()
    return tuple(piece for piece in (*pieces, (snippet[start:], False)) if piece[0])
