"""Examples of official XML and of official metadata."""

from tests.format_example import FormatExample
from tests.sources.official.metadata_examples import REPLY, metadata_list
from tests.sources.official.papers import official, question

EXAMPLES = (
    FormatExample("official metadata", metadata_list(REPLY), is_xml=True),
    FormatExample("official XML", official(question("1", "Gaat hij?")), is_xml=True),
)
