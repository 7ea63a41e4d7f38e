"""Query pages for the tests, and the cells of the results on them."""

from lxml import html
from starlette.testclient import TestClient

from tests.server.pages.case_pages import listed


def asked(client: TestClient, query: str, language: str = "nl") -> tuple[int, html.HtmlElement]:
    """Return the status and the page with the answer to a query."""
    answer = client.get(f"/{language}/bevragen", params={"query": query})
    return answer.status_code, html.document_fromstring(answer.text)


def rows(page: html.HtmlElement) -> list[list[str]]:
    """Return the cells of the result."""
    return [listed(row, "th|td") for row in page.xpath("//table[contains(@class,'results')]//tr")]
