"""The footnote marks that the audit finds in a text."""

from kv2rdf.audit.openkamer.marks import MarkScanner


def test_a_figure_of_another_script_is_not_a_mark() -> None:
    scanner = MarkScanner(last=2)
    assert scanner.text_without_marks("Het onderzoek٣ en bericht3") == "Het onderzoek٣ en bericht"
    assert scanner.marks == ["3"]
