"""A last question or answer without text, whose text is the last printed line of the document."""

from kv2rdf.model.part_numbers import numbers_in
from kv2rdf.sources.markup.xml_node import Node


def fill_last_element(kvr: Node, line: str) -> bool:
    """Make the line the text of the last ``antwoord``, or else ``vraag``, if it has only a number.

    Returns whether it did so. A line that begins in the middle of a sentence, or with a figure,
    belongs to the text before; so does every line of a document with an explanation or a notice.
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
