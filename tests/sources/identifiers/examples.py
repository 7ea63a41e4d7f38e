"""An example of a list of identifiers."""

from tests.format_example import FormatExample

EXAMPLES = (FormatExample("list of identifiers", "ah-tk-20212022-1881\n"),)
