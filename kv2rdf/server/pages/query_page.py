"""The page for SPARQL queries, which works without scripts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode

from kv2rdf.query.named_queries import QUERY_GROUPS, NamedQuery, all_queries, all_recipes
from kv2rdf.query.query_words import words
from kv2rdf.query.sparql import PREFIXES_OF_OTHERS
from kv2rdf.rdf.vocabulary import PREFIXES
from kv2rdf.server.pages.code_examples import code_examples
from kv2rdf.server.pages.page_site import PageSite
from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.pages.query_result import MOST_ROWS, ResultTable

_PLACE = re.compile(r"line (\d+), column (\d+):")
_MOST_LINES, _FEWEST_LINES = 18, 6
FORM_PARAMETER = "vorm"
"""The parameter that names the format of a download, as on the search page."""
FIRST_QUERY = """SELECT ?case ?title WHERE {
  ?case a kv:Dossier ; dct:title ?title .
}
ORDER BY DESC(?case)
LIMIT 10"""
"""The initial query in the form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryAnswer:
    """The answer to a query: ``table`` for SELECT and ASK (a bool), or ``text`` for other forms.

    Both are None if the result is too large for a page. ``seconds`` is the duration of the query,
    and ``formats`` contains the names of the formats in which the result can be downloaded.
    """

    table: ResultTable | bool | None = None
    text: str | None = None
    seconds: float
    formats: tuple[str, ...]
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QueryRefusal:
    """The reason why a query has no answer, with the HTTP status and the seconds to wait."""

    status: int
    reason: str
    wait: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedQuestion:
    """A query from a reader. ``named`` is the named query or recipe that it was made from, or None.

    ``values`` contains the values of the parameters of ``named``, and ``others`` contains the names
    of unknown parameters.
    """

    text: str
    named: NamedQuery | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ListedQuestion:
    """A query in the list on the query page: the question that it answers, and the link to it."""

    question: str
    href: str


def questions(site: PageSite) -> dict[str, tuple[ListedQuestion, ...]]:
    """Return the named queries and the recipes of each group, sorted by their questions."""
    every = (*all_queries(), *all_recipes())
    listed = {
        group: tuple(
            ListedQuestion(_question(query, site), site.link(f"bevragen/{query.name}"))
            for query in every
            if query.group == group
        )
        for group in QUERY_GROUPS
    }
    return {g: tuple(sorted(found, key=lambda q: q.question)) for g, found in listed.items()}


def query_html(
    site: PageSite,
    asked: AskedQuestion,
    host: str,
    *,
    answer: QueryAnswer | None = None,
    refusal: QueryRefusal | None = None,
    seconds: float,
    editor_terms: tuple[str, ...] = (),
) -> str:
    """Return the page with a query, and with its answer or the reason why there is none.

    ``host`` is the address of this server without a path. ``seconds`` is the time limit of a query.
    ``editor_terms`` contains the names that the editor completes. It is empty if the query editor
    is not installed.
    """
    text = asked.text.replace("\r\n", "\n").replace("\r", "\n")
    page = f"{host}{site.link('bevragen')}"
    endpoint, groups = f"{site.root}/sparql", questions(site)
    return page_html(
        site,
        "query.html.j2",
        asked=asked,
        question=_question(asked.named, site) if asked.named else None,
        query=text,
        lines=min(_MOST_LINES, max(_FEWEST_LINES, text.count("\n") + 2)),
        editor_terms=editor_terms,
        answer=answer,
        table=answer.table if answer and isinstance(answer.table, ResultTable) else None,
        completeness="complete_to_limit" if "LIMIT" in words(text) else "complete",
        most_rows=MOST_ROWS,
        refusal=refusal,
        place=_excerpt(text, refusal.reason) if refusal else None,
        reason=refusal.reason[:1].upper() + refusal.reason[1:] if refusal else None,
        seconds=f"{seconds:g}",
        groups=groups,
        question_count=sum(len(listed) for listed in groups.values()),
        prefixes=sorted({**PREFIXES_OF_OTHERS, **PREFIXES}.items()),
        downloads=_downloads(site, asked, text, answer),
        link=_link(asked, text, page),
        codes=code_examples(f"{host}{endpoint}", text, _program_format(answer)),
    )


def _question(query: NamedQuery, site: PageSite) -> str:
    return query.nl if site.language == "nl" else query.en


def _link(asked: AskedQuestion, text: str, page: str) -> str:
    """Return the link to a query. ``page`` is the address of the page without a query.

    For a named query, the link contains the name and the values that differ from the defaults. For
    any other query, it contains the whole query.
    """
    if asked.named is None:
        return f"{page}?{urlencode({'query': text})}"
    defaults = {p.name: p.default for p in asked.named.parameters}
    changed = {name: value for name, value in asked.values.items() if value != defaults[name]}
    query = f"?{urlencode(changed)}" if changed else ""
    return f"{page}/{asked.named.name}{query}"


def _downloads(
    site: PageSite, asked: AskedQuestion, text: str, answer: QueryAnswer | None
) -> list[tuple[str, str]]:
    """Return the formats of a result, each with a link to the result in this format."""
    path, values = site.link("bevragen"), {"query": text}
    if asked.named is not None:
        path, values = f"{path}/{asked.named.name}", dict(asked.values)
    formats = answer.formats if answer else ()
    return [(name, f"{path}?{urlencode({**values, FORM_PARAMETER: name})}") for name in formats]


def _program_format(answer: QueryAnswer | None) -> str:
    """Return the name of the format that the code examples request.

    It is CSV for a table or if there is no answer, and the first format otherwise.
    """
    if answer is None or isinstance(answer.table, ResultTable):
        return "csv"
    return answer.formats[0]


def _excerpt(query: str, reason: str) -> str | None:
    """Return the line with the error in a query, with a mark below the position of the error.

    ``reason`` is the error message. Return None if ``reason`` does not state a position in the
    query.
    """
    found = _PLACE.search(reason)
    if found is None:
        return None
    lines = query.split("\n")
    number, column = int(found[1]), int(found[2])
    if number > len(lines):
        return None
    return f"{lines[number - 1]}\n{' ' * (column - 1)}^"
