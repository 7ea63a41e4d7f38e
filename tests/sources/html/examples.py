"""An example of HTML."""

from tests.format_example import FormatExample

EXAMPLES = (
    FormatExample("HTML", "<!DOCTYPE html><title>Vragen</title><p>Regent het?<br>Ja.", is_xml=True),
)
