"""The number of a mark or a note."""

from kv2rdf.sources.kvr.text import note_number
from kv2rdf.sources.markup.xml_node import Node
from tests.every_case import every_case


@every_case(
    ("printed", "number"),
    [("1", "1"), ("123", "123"), ("1234", None), ("(12)", "12"), ("0", "0"), ("9.", "9")],
)
def test_the_number_of_a_note_has_at_most_three_figures(printed: str, number: str | None) -> None:
    node = Node.parse("KVR1.xml", f'<noot nummer="{printed}"/>'.encode())
    assert note_number(node) == number
