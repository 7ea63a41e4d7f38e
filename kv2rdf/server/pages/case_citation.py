"""The citation of a case in several forms, and a description of it for search engines.

Values are escaped as each form requires, because titles may contain any characters.
"""

import re
from dataclasses import dataclass

from kv2rdf.query.case_view.case_sources import printed_citations
from kv2rdf.query.case_view.case_view import CaseView
from kv2rdf.server.pages.page_site import PageSite

_TEX = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
_TEX_SPECIAL = re.compile(r"[\\{}$&#%_~^]")
_WIKI_SPECIAL = re.compile(r"[|{}\[\]<>=&']")


@dataclass(frozen=True, slots=True)
class CaseCitation:
    """A citation of a case in each form."""

    plain: str
    bibtex: str
    wikipedia: str


def case_citation(case: CaseView, site: PageSite) -> CaseCitation:
    """Return the citation of a case in each form, in the language of ``site``."""
    words = site.words
    named = words.text("cited_as", number=case.number)
    days = {"cited_tabled": case.tabled, "cited_answered": case.answered}
    dated = (words.text(name, day=words.day(day)) for name, day in days.items() if day)
    edition = words.text("cited_release", release=site.version)
    sentences = (
        ", ".join(_askers(case)),
        case.title,
        ", ".join((named, *dated)),
        "; ".join(printed_citations(case)),
    )
    cited = [f"{said[0].upper()}{said[1:].rstrip('. ')}." for said in sentences if said]
    return CaseCitation(
        plain=" ".join((*cited, f"{case.address}, {edition}.")),
        bibtex=_bibtex(case, named, edition),
        wikipedia=_wikipedia(case, named),
    )


def linked_data(case: CaseView, site: PageSite) -> dict[str, object]:
    """Return a description of a case for search engines, in the terms of schema.org (JSON-LD).

    Questions and answers are listed with their addresses and positions, without their texts.
    """
    parts = (part for part in case.parts if part.kind in ("Question", "Answer"))
    days = {"dateCreated": case.tabled, "datePublished": case.answered or case.tabled}
    return {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "@id": case.address,
        "identifier": case.number,
        "name": case.title,
        "inLanguage": "nl",
        **{name: day.isoformat() for name, day in days.items() if day},
        "author": [{"@type": "Person", "name": name} for name in _askers(case)],
        "about": [{"@type": "Thing", "@id": t.address, "name": t.label} for t in case.topics],
        "sameAs": list(case.pages),
        "isPartOf": {
            "@type": "Dataset", "name": site.words.text("site_name"), "version": site.version
        },
        "hasPart": [
            {"@type": part.kind, "@id": part.address, "position": position}
            for position, part in enumerate(parts, start=1)
        ],
    }  # fmt: skip


def _askers(case: CaseView) -> tuple[str, ...]:
    people = case.people_in("indiener")
    return tuple(dict.fromkeys(p.printed_name or p.name or p.as_printed for p in people))


def _bibtex(case: CaseView, named: str, edition: str) -> str:
    key = re.sub(r"[^\w-]", "-", case.number)
    fields = {
        "title": f"{{{_tex(case.title)}}}",
        "author": " and ".join(f"{{{_tex(name)}}}" for name in _askers(case)),
        "year": str(case.tabled.year) if case.tabled else "",
        "howpublished": _tex(named),
        "url": case.address,
        "note": _tex(edition),
    }
    lines = (f"  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@misc{{kamervragen-{key},\n" + ",\n".join(lines) + "\n}"


def _wikipedia(case: CaseView, named: str) -> str:
    fields = {
        "url": case.address,
        "titel": case.title,
        "auteur": ", ".join(_askers(case)),
        "datum": case.tabled.isoformat() if case.tabled else "",
        "werk": named,
    }
    shown = (
        f"|{name}={value if name == 'url' else _wiki(value)}"
        for name, value in fields.items()
        if value
    )
    return "{{Citeer web " + " ".join(shown) + "}}"


def _tex(text: str) -> str:
    return _TEX_SPECIAL.sub(lambda found: _TEX.get(found[0], f"\\{found[0]}"), text)


def _wiki(text: str) -> str:
    return _WIKI_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
