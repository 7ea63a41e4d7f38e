"""The page that explains why a request cannot be answered."""

from dataclasses import replace

from starlette.requests import Request

from kv2rdf.server.pages.page_templates import page_html
from kv2rdf.server.problem import Problem
from kv2rdf.server.requested_site import requested_site


def problem_page(request: Request, problem: Problem) -> str:
    """Return the page about a problem, in the language of the path or of the browser."""
    site = replace(requested_site(request), query="")  # the query may be the problem
    known = f"problem_{problem.status_code}"
    status = problem.status_code if site.words.has(known) else "other"
    return page_html(
        site,
        "problem.html.j2",
        problem=problem,
        detail=problem.detail_in(site.words),
        heading=site.words.text(f"problem_{status}"),
        advice=site.words.text(f"problem_detail_{status}"),
    )
