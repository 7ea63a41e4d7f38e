"""The identifying fields in the ``metadata`` element of a paper.

In most papers, this element only refers to a metadata record. In older papers, it may repeat the
fields of that record.
"""

import re
from collections.abc import Mapping

from kv2rdf.sources.markup.xml_node import Node

_POINTER = "externmetadatarecord"
_IDENTIFIER = re.compile(r".*/((?:ah|kv)-[0-9A-Za-z-]{1,60})/metadata\.xml")
_NAMES = ("identifier", "creator", "vergaderjaar", "aanhangselnummer", "vraagnummer")


def stated_fields(root: Node) -> Mapping[str, tuple[str, ...]]:
    """Return a mapping from the names of the identifying fields, in lower case, to their values.

    The identifier in the address of the metadata record comes first. Fields that do not identify
    the paper are ignored. Raises ReadError if ``metadata`` contains text or an element other than
    ``meta``, or if a ``meta`` element is not empty.
    """
    fields: dict[str, list[str]] = {}
    for metadata in root.many("metadata"):
        for meta in metadata.only_children("meta").many("meta"):
            meta.only_children()
            name = meta.attribute_or_empty("name").casefold().rpartition(".")[2]
            value = meta.attribute_or_empty("content")
            if name == _POINTER and (found := _IDENTIFIER.fullmatch(value)):
                fields.setdefault("identifier", []).insert(0, found[1])
            elif name in _NAMES and value:
                fields.setdefault(name, []).append(value)
    return {name: tuple(dict.fromkeys(values)) for name, values in fields.items()}
