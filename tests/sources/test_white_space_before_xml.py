"""White space before the first element: only the beginning of a document is checked."""

import pytest

from tests.kvr_document import document
from tests.papers import read_papers

XML = document().partition("?>")[2].lstrip()


def test_a_document_is_xml_if_one_of_its_first_512_bytes_opens_an_element() -> None:
    papers = read_papers(" " * 511 + XML)
    assert len(papers) == 1
    with pytest.raises(Exception, match="text that is no publication we know"):
        read_papers(" " * 512 + XML)
