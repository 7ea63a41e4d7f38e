"""Letters of another code page in a document, which are read as control characters."""

from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.control_characters import control_characters, has_control_characters


def control_characters_location(root: Node) -> str | None:
    """Return the path of the first control character, followed by a list of all of them, or None.

    An example is "/kvr/vragen/vraag: U+0080, U+0093". Texts and attribute values are searched.
    """
    if not has_control_characters(root.xml):  # Almost no document has any.
        return None
    places = [(node, text) for node, text in root.texts() if not text.isprintable()]
    found = control_characters("".join(text for _, text in places))
    if not found:
        return None
    first = next(node for node, text in places if control_characters(text))
    return f"{first.path}: {found}"
