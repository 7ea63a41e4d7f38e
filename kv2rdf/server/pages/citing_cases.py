"""The cases that a case cites in its footnotes, and the cases that cite it."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.server.pages.page_title import split_title
from kv2rdf.server.per_release import PerRelease

_CITATIONS = """
SELECT DISTINCT ?citing ?citing_number ?citing_title ?cited ?cited_number ?cited_title WHERE {
  { SELECT ?note ?paper WHERE { ?note eli:refers_to ?paper } }
  ?note eli:is_part_of/kv:concernsDossier ?citing .
  ?paper kv:concernsDossier ?cited .
  FILTER(?citing != ?cited)
  ?citing eli-dl:process_id ?citing_number ; dct:title ?citing_title .
  ?cited eli-dl:process_id ?cited_number ; dct:title ?cited_title .
}
ORDER BY ?citing_number ?citing ?cited_number ?cited
"""


@dataclass(frozen=True, slots=True)
class NamedCase:
    """The number and the subject of a case."""

    number: str
    subject: str


@dataclass(frozen=True, slots=True)
class CitationLinks:
    """The cases that a case cites, and the cases that cite it, each sorted by number."""

    cites: tuple[NamedCase, ...] = ()
    cited_by: tuple[NamedCase, ...] = ()


NO_CITATIONS = CitationLinks()


def citation_links(release: Release, case: str) -> CitationLinks:
    """Return the cases that are linked by citations to the case with the address ``case``.

    All citations are read once for each release. Raises ReleaseError if the store cannot be read.
    """
    return _LINKS.value(release).get(case, NO_CITATIONS)


def _links(release: Release) -> Mapping[str, CitationLinks]:
    cites: dict[str, dict[str, NamedCase]] = defaultdict(dict)
    cited_by: dict[str, dict[str, NamedCase]] = defaultdict(dict)
    for citing, number, title, cited, other_number, other_title in rows_of(
        release.query(_CITATIONS)
    ):
        cites[citing].setdefault(cited, _named_case(other_number, other_title))
        cited_by[cited].setdefault(citing, _named_case(number, title))
    return {
        case: CitationLinks(
            tuple(cites.get(case, {}).values()), tuple(cited_by.get(case, {}).values())
        )
        for case in {*cites, *cited_by}
    }


def _named_case(number: str, title: str) -> NamedCase:
    subject = split_title(title).subject
    return NamedCase(number, subject[:1].upper() + subject[1:])


_LINKS = PerRelease(_links, "citations")
