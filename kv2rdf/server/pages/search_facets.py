"""The facets of the search page: links that add a filter to a search, or remove one."""

from collections.abc import Iterator
from dataclasses import dataclass

from kv2rdf.query.case_facets import FacetValue, FoundFacets
from kv2rdf.query.open_release import Release
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.search_request import CHAMBERS, SearchRequest

_DUTCH = frozenset({"kind_fractie", "kind_ministerie"})
"""The facets whose values are Dutch names."""
_SHOWN = 12
"""The maximum number of values of a facet that are shown at first. The others are collapsed."""


@dataclass(frozen=True, slots=True)
class FacetLink:
    """A link to a search with one more filter, and the number of cases that this search finds."""

    label: str
    href: str
    count: int


@dataclass(frozen=True, slots=True)
class ShownFacet:
    """A facet. ``name`` is a key in the table of messages. ``rest`` contains collapsed values."""

    name: str
    links: tuple[FacetLink, ...]
    rest: tuple[FacetLink, ...]

    @property
    def is_dutch(self) -> bool:
        """Whether the values are Dutch on every page."""
        return self.name in _DUTCH


@dataclass(frozen=True, slots=True)
class ChosenFilter:
    """A filter of a search, and the link to the search without it.

    ``name`` is the key of the name of the filter in the table of messages.
    """

    name: str
    value: str
    href: str

    @property
    def is_dutch(self) -> bool:
        """Whether the value is Dutch on every page."""
        return self.name in _DUTCH


def search_facets(
    found: FoundFacets, request: SearchRequest, site: PageSite
) -> tuple[ShownFacet, ...]:
    """Return the facets by which a search can be narrowed.

    Facets with fewer than two values are left out.
    """
    return tuple(
        ShownFacet(name, links[:_SHOWN], links[_SHOWN:])
        for name, links in _facets(found, request, site)
        if len(links) > 1
    )


def chosen_filters(
    release: Release, request: SearchRequest, site: PageSite
) -> tuple[ChosenFilter, ...]:
    """Return the filters of a search, each with the link that removes it.

    A person or a ministry is shown by name. Raises ReleaseError if the text index cannot be read.
    """
    words = site.words
    asker, ministry = (
        (release.texts.name_with_key(kind, value) or value) if value else ""
        for kind, value in (("asker", request.asker), ("ministry", request.ministry))
    )
    chosen = [
        ("kind_fractie", request.party, {"party": ""}),
        ("asked_by", asker, {"asker": ""}),
        ("kind_ministerie", ministry, {"ministry": ""}),
        ("part", words.text(f"part_{request.kind}") if request.kind else "", {"kind": ""}),
        (
            "chamber",
            words.text(f"chamber_{request.chamber}") if request.chamber else "",
            {"chamber": ""},
        ),
        (
            "state",
            words.text(f"state_{request.state}") if request.state else "",
            {"state": ""},
        ),
    ]
    if request.since and request.since == request.until:
        chosen.append(("filter_period", request.since, {"since": "", "until": ""}))
    else:
        chosen += [
            ("filter_since", request.since, {"since": ""}),
            ("filter_until", request.until, {"until": ""}),
        ]
    return tuple(
        ChosenFilter(name, value, _link(site, request, without))
        for name, value, without in chosen
        if value
    )


def _facets(
    found: FoundFacets, request: SearchRequest, site: PageSite
) -> Iterator[tuple[str, tuple[FacetLink, ...]]]:
    def link(value: FacetValue, label: str, *fields: str) -> FacetLink:
        return FacetLink(
            label, _link(site, request, dict.fromkeys(fields, value.value)), value.count
        )

    if not request.party:
        yield "kind_fractie", tuple(link(v, v.value, "party") for v in found.parties)
    if not request.ministry:
        yield (
            "kind_ministerie",
            tuple(link(v, v.label or v.value, "ministry") for v in found.ministries),
        )
    if not request.since and not request.until:
        yield "year", tuple(link(v, v.value, "since", "until") for v in found.years)
    text = site.words.text
    if not request.state:
        yield "state", tuple(link(v, text(f"state_{v.value}"), "state") for v in found.states)
    if not request.kind:
        yield "part", tuple(link(v, text(f"part_{v.value}"), "kind") for v in found.kinds)
    if not request.chamber:
        chambers = (v for v in found.chambers if v.value in CHAMBERS)
        yield "chamber", tuple(link(v, text(f"chamber_{v.value}"), "chamber") for v in chambers)


def _link(site: PageSite, request: SearchRequest, changed: dict[str, str]) -> str:
    return site.link("zoek") + request.query(**changed, page=1)
