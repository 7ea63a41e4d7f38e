"""The policy of the report allows its own style sheet, and nothing else that pages may load."""

from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kv2rdf.server.style_policy import style_policy
from tests.server.clients import client

REPORTS = ("/data/report.html", "/data/report.en.html")


@pytest.fixture(scope="module")
def web(seed_release: Path) -> TestClient:
    return client(seed_release)


def hash_of(style: str) -> str:
    return f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"


def styles(policy: str) -> str:
    return dict(part.strip().partition(" ")[::2] for part in policy.split(";"))["style-src"]


def test_only_the_first_style_sheet_is_allowed() -> None:
    page = b"<head><style>\na{}</style></head><body><style>b{}</style></body>"
    assert styles(style_policy(page)) == hash_of("\na{}")


def test_a_page_without_a_style_sheet_may_have_none() -> None:
    assert styles(style_policy(b"<p>")) == "'none'"


def test_both_reports_are_sent_with_the_hash_of_their_style(web: TestClient) -> None:
    for path in REPORTS:
        answer = web.get(path)
        style = answer.text.partition("<style>")[2].partition("</style>")[0]
        assert style.strip()
        assert styles(answer.headers["content-security-policy"]) == hash_of(style)


def test_an_unchanged_report_and_a_part_of_it_keep_the_policy(web: TestClient) -> None:
    whole = web.get(REPORTS[0])
    policy = whole.headers["content-security-policy"]
    same = web.get(REPORTS[0], headers={"If-None-Match": whole.headers["etag"]})
    part = web.get(REPORTS[0], headers={"Range": "bytes=0-9"})
    assert (same.status_code, part.status_code) == (304, 206)
    assert {a.headers["content-security-policy"] for a in (same, part)} == {policy}


def test_other_files_and_pages_keep_the_policy_of_the_site(web: TestClient) -> None:
    for path in ("/data/report.json", "/data/README.md", "/nl/"):
        policy = web.get(path).headers["content-security-policy"]
        assert styles(policy) == "'self'"
        assert "sha256" not in policy
