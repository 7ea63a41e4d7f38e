"""Examples of the formats of other files."""

from tests.format_example import FormatExample

EXAMPLES = (
    FormatExample("PDF", "%PDF-1.7"),
    FormatExample("ODT or DOCX", b"PK\x03\x04" + bytes(26) + b"mimetype"),
    FormatExample("archive", b"7z\xbc\xaf\x27\x1c"),
    FormatExample("PNG image", b"\x89PNG"),
    FormatExample("other XML", "<feed/>", is_xml=True),
    FormatExample("other JSON", '{"value": []}'),
    FormatExample("other file", "Nr.\tDatum"),
)
