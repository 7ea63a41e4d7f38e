"""Files that other programs read in different ways. The audit and the readers agree on them."""

import pytest
from msgspec.structs import replace

from kv2rdf.audit.archives import member
from kv2rdf.audit.records import json_values
from kv2rdf.model.limits import VALUES
from kv2rdf.sources.input import file_content, json_size
from tests.audit.records.test_large_pages import by_the_audit, by_the_readers, small_record

ONE, TWO = small_record(1).encode(), small_record(2).encode()
MARK = b"\xef\xbb\xbf"
PAGE = b'{"value": [%b, %b]}' % (ONE, TWO)
MANY = b"1," * 1_001

FILES = {
    "two marks": MARK + MARK + PAGE,
    "a mark inside": b"[" + MARK + ONE + b"]",
    "UTF-16": PAGE.decode().encode("utf-16"),
    "carriage returns": ONE + b"\r" + TWO,
    "U+2028 between lines": ONE + "\u2028".encode() + TWO,
    "U+0085 between lines": ONE + "\u0085".encode() + TWO,
    "a form feed": b"[" + ONE + b"\x0c," + TWO + b"]",
    "a hard space": b"[" + ONE + b"\xc2\xa0," + TWO + b"]",
    "NUL at the end": PAGE + b"\0",
    "a comment": b"/* x */" + PAGE,
    "half a character in a name": b'{"\\ud800": 1, "value": [%b]}' % ONE,
    "only escapes": PAGE.replace(b"value", b"\\u0076\\u0061\\u006c\\u0075\\u0065"),
    "an escaped slash": PAGE.replace(b"value", b"v\\/alue"),
    "Infinity": b"[%b, Infinity]" % ONE,
    "a number without digits": b"[%b, .5]" % ONE,
    "a word": b"[%b, True]" % ONE,
    "digits that are not ASCII": b"[" + ONE + ", \u0661]".encode(),
    "two pages": PAGE + b"\n" + PAGE,
    "a page and a line": PAGE + b"\n" + ONE,
    "a line and a page": ONE + b"\n" + PAGE,
    "a comma too many": b"[%b,]" % ONE,
    "overlong UTF-8": b'[%b, "\xc0\xaf"]' % ONE,
    "CESU-8": b'[%b, "\xed\xa0\xbd\xed\xb8\x80"]' % ONE,
    "three halves of characters": b'[%b, "\\ud800\\ud800\\udc00"]' % ONE,
    "a short escape": b'[%b, "\\u12"]' % ONE,
    "brackets of two kinds": b"[%b, [}]" % ONE,
    "many values": b"[%b, [%b1]]" % (ONE, MANY),
    "many values and two kinds of brackets": b"[%b, [%b1}]" % (ONE, MANY),
    "many broken values": b"[%b, [%b1]]" % (ONE, MANY.replace(b"1,", b"t,")),
    "a line of many values": b"[%b1]\n%b" % (MANY, ONE),
    "a broken line of many values": b"[%b1}\n%b\n%b" % (MANY, ONE, TWO),
    "an array that begins in a line of many values": b"[%b\n%b\n]" % (MANY, ONE),
}


@pytest.mark.sampled(4)
@pytest.mark.parametrize("content", FILES.values(), ids=FILES.keys())
@pytest.mark.parametrize("most", [60, 150, 1_000_000])
def test_the_audit_finds_the_documents_of_the_readers(
    most: int, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(member, "MAX_BYTES", most)
    monkeypatch.setattr(file_content, "MAX_DOCUMENT_BYTES", most)
    monkeypatch.setattr(json_size, "VALUES", replace(VALUES, most=1_000))
    monkeypatch.setattr(json_values, "_MOST_VALUES", 1_000)
    for spaces in (b"", b" " * 80):
        found = by_the_readers(spaces + content)
        assert by_the_audit([spaces + content[:9], content[9:]]) == found
