"""An example of an openkamer page."""

from tests.format_example import FormatExample

EXAMPLES = (FormatExample("openkamer page", "Kamervraag 2022Z00634\n"),)
