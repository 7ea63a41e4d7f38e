"""An example of official XML."""

from tests.format_example import FormatExample

EXAMPLES = (FormatExample("official XML", "<officiele-publicatie/>", is_xml=True),)
