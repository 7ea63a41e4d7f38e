"""An example of KVR XML."""

from tests.format_example import FormatExample
from tests.kvr_document import document

EXAMPLES = (FormatExample("KVR XML", document(), is_xml=True),)
