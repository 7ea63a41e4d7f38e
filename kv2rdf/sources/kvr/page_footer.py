"""The header and footer of the printed pages of a KVR document, which name the paper."""

import re
from collections.abc import Mapping

from kv2rdf.sources.markup.xml_node import Node

_KAMERSTUK = re.compile(
    r"""
    (?:Tweede|Eerste)[ ]Kamer,[ ]vergaderjaar[ ]\d{4}\s?[-–]\s?\d{4},
    [ ]\d\d[ ]\d{3}(?:[ ][IVXL]+(?:[ ][A-Z])?)?  # "21 800 IX B"
    ,[ ]nr\.[ ]\d+[a-z]?
    """,
    re.VERBOSE,
)


def is_of_kamerstuk(meta: Node) -> bool:
    """Whether the printed pages of a document are those of a Kamerstuk, such as "27 659, nr. 54".

    ``meta`` contains their header and footer. The footer must name a Kamerstuk, and the header must
    not name the Aanhangsel, because the footer of a scan may be that of a neighbouring page.
    """
    header = meta.one_or_empty("header")
    return _has_footer_of_kamerstuk(meta) and not header.attribute_or_empty("typehandeling")


def printed_pages(meta: Node, items: Mapping[str, str]) -> str | None:
    """Return the numbers of the first and last page of a paper, such as "981-982", or None.

    ``meta`` contains the footer, and ``items`` the library's record. The record of a scan counts
    both pages of a sheet, even if the paper ends on the first, so only the first page is returned.
    If the footer names a Kamerstuk, its pages are those of the Kamerstuk, and None is returned.
    """
    if _has_footer_of_kamerstuk(meta):
        return None
    if first := items.get("Beginpagina"):
        return first
    numbers = meta.one_or_empty("footer").attribute_or_empty("allpagenumbers").split()
    return "-".join(dict.fromkeys((numbers[0], numbers[-1]))) if numbers else None


def _has_footer_of_kamerstuk(meta: Node) -> bool:
    footer = meta.one_or_empty("footer").attribute_or_empty("lopendefooter")
    return _KAMERSTUK.fullmatch(footer) is not None
