"""URLs in a printable form."""

import pytest

from kv2rdf.storage.file_systems import printable_url


@pytest.mark.parametrize(
    ("url", "printed"),
    [
        ("https://example.org/kvr.xml?sig=secret?", "https://example.org/kvr.xml"),
        ("http://example.org/kvr.xml", "http://example.org/kvr.xml"),
        ("s3://kamervragen/what?.xml", "s3://kamervragen/what?.xml"),
    ],
)
def test_a_web_url_is_printed_without_its_query(url: str, printed: str) -> None:
    assert printable_url(url) == printed
