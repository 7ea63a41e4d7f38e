"""The key ranges of a dump, and the part of an address that is the key of its member."""

from kv2rdf.release.dumps.key_ranges import key_range, range_blocks
from tests.every_case import every_case

BASE = "https://example.org"


@every_case(
    ("path", "key"),
    [
        ("/eli/nl/tk/zaak/2040509430", "/eli/nl/tk/zaak/2040509"),
        ("/eli/nl/ek/kv/2022Z00634/vraag/1", "/eli/nl/ek/kv/2022Z00"),
        ("/eli/nl/tk/zaak/ah-tk-20042005-1262", "/eli/nl/tk/zaak/ah-tk-20042005-1"),
        ("/eli/nl/tk/kv/KVR12345", "/eli/nl/tk/kv/KVR12"),
        ("/eli/nl/tk/ah/20042005/1262", "/eli/nl/tk/ah/20042005/1"),
        ("/eli/nl/ek/ah/20042005/31", "/eli/nl/ek/ah/20042005/3"),
        ("/id/naamvorm/voorbeeld", "/id/naamvorm/v"),
        ("/bron/KVR12345", "/bron/KVR1234"),
        ("/id/persoon/voorbeeld", "/id/persoon/"),
        ("/graph/2040509430", "/graph/204050"),
        ("/graph/ah-tk-20042005-1262", "/graph/ah-tk-20042005"),
        ("/graph/derived/KVR12345", "/graph/derived/KVR1"),
        ("/graph/findings/2022Z00634", "/graph/findings/2022Z0"),
        ("/begrip/partij", "/begr"),
    ],
)
def test_a_key_is_the_beginning_of_a_path(path: str, key: str) -> None:
    assert (
        key_range(f"<{BASE}{path}> <https://example.org/p> <https://example.org/o> .", BASE) == key
    )


def test_the_key_of_an_address_elsewhere_is_its_first_20_characters() -> None:
    line = "<http://publications.europa.eu/x> <https://example.org/p> <https://example.org/o> ."
    assert key_range(line, BASE) == "http://publications."


def test_the_lines_of_one_subject_are_in_one_block() -> None:
    lines = [
        f"<{BASE}/bron/{key}> <https://example.org/{p}> <https://example.org/o> .\n"
        for key in ("KVR12341", "KVR12342", "KVR12351")
        for p in "ab"
    ]
    blocks = [block.decode() for block in range_blocks(map(str.encode, lines), BASE)]
    assert blocks == ["".join(lines[:4]), "".join(lines[4:])]
