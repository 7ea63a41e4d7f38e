"""The page of a case."""

from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.query.case_view.case_days import case_badges, case_days
from kv2rdf.query.case_view.case_sources import RuleName, case_sources, cases_together
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.server.pages.case_citation import case_citation, linked_data
from kv2rdf.server.pages.case_outline import CaseOutline, case_outline
from kv2rdf.server.pages.case_people import SHOWN_AT_ONCE, LinkedWords, role_lists
from kv2rdf.server.pages.citing_cases import NO_CITATIONS, CitationLinks
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.page_title import split_title

LONGEST_QUOTATION = 10_000
"""The number of characters of a text set aside that a page shows. The finding has the whole text.

In one case, the text of another paper would otherwise be nine tenths of the page.
"""
_DESCRIPTION_LENGTH = 160


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The numbers of the cases before and after a case, or None at either end."""

    previous: str | None = None
    following: str | None = None


@dataclass(frozen=True, slots=True)
class DataFormat:
    """A link to the data of the case in a format."""

    name: str
    media_type: str
    href: str


def case_html(
    case: CaseView,
    site: PageSite,
    rules: Mapping[str, RuleName],
    neighbours: Neighbours = Neighbours(),
    formats: tuple[DataFormat, ...] = (),
    citations: CitationLinks = NO_CITATIONS,
) -> str:
    """Return the page of a case as HTML.

    ``rules`` maps the name of each rule of findings to its label and meaning. ``formats`` contains
    links to the data of the case. ``citations`` contains the cases that this case cites, and the
    cases that cite this case.
    """
    outline = case_outline(case, site)
    return page_html(
        site,
        "case.html.j2",
        case=case,
        title=split_title(case.title),
        description=_description(outline),
        roles=role_lists(case, site),
        shown_at_once=SHOWN_AT_ONCE,
        badges=case_badges(case, site.words, site.data_day),
        days=case_days(case, site.words),
        outline=outline,
        topics=tuple(LinkedWords(t.label, site.thing_link(t.address)) for t in case.topics),
        sources=case_sources(case, rules),
        longest_quotation=LONGEST_QUOTATION,
        together=_cases_together(case, site),
        rules={finding.rule for finding in case.findings},
        citation=case_citation(case, site),
        linked_data=linked_data(case, site),
        neighbours=neighbours,
        formats=formats,
        citations=citations,
    )


def _cases_together(case: CaseView, site: PageSite) -> tuple[tuple[str, str], ...]:
    """Return the number and the link of each other case that a reply to this case also concerns."""
    return tuple(
        (address.rpartition("/")[2], site.thing_link(address) or "#")
        for address in cases_together(case)
    )


def _description(outline: CaseOutline) -> str:
    """Return the first words of the first question, or "" if there is no question."""
    first = next((q for group in outline.groups for q in group.questions), None)
    if first is None:
        return ""
    text = "".join(p.text for line in first.paragraphs for p in line if p.note is None)
    if len(text) <= _DESCRIPTION_LENGTH:
        return text
    return f"{text[:_DESCRIPTION_LENGTH].rpartition(' ')[0]} …"
