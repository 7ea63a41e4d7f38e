"""The repair of the last question or answer if its text is the last line of the document."""

from kv2rdf.model.part_numbers import numbers_in
from kv2rdf.sources.markup.xml_node import Node


def fill_last_element(kvr: Node, line: str) -> bool:
    """Make ``line``, the last line, the text of the last element if that has a number but no text.

    The last element is an ``antwoord``, or a ``vraag`` if there are no answers. Return whether the
    line became its text. A line that does not begin with a capital letter is not moved there,
    because it continues the text before it. In a document with an explanation or a notice, the line
    always belongs to the explanation or the notice.
    """
    if not line[:1].isupper() or kvr.many("mededeling") or kvr.many("toelichting"):
        return False
    answers = kvr.one_or_empty("antwoorden").many("antwoord")
    elements = answers or kvr.one_or_empty("vragen").many("vraag")
    if not elements or len(elements[-1].element) or elements[-1].text:
        return False
    if not numbers_in(elements[-1].attribute_or_empty("nummer")):
        return False
    elements[-1].element.text = line
    return True
