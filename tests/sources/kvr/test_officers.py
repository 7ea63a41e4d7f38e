"""Officers who answer or give a notice in the KVR edition, even if they are in the wrong fields."""

import pytest

from kv2rdf.model.paper import Mention
from kv2rdf.sources.kvr.officers import officers
from tests.every_case import every_case

Named = tuple[str | None, str | None, str | None]
"""The name, the office and the ministry of a mention."""


def named(mentions: tuple[Mention, ...]) -> list[Named]:
    """Return the name, the office and the ministry of each mention."""
    return [(mention.name, mention.office, mention.ministry) for mention in mentions]


@every_case(
    ("fields", "expected"),
    [
        (("minister", "Justitie", "Bij"), ("Bij", "minister", "Justitie")),
        (("minister", "Justitie", ""), (None, "minister", "Justitie")),
        (("minister", "", ""), (None, "minister", None)),
        (("", "Justitie", ""), (None, None, "Justitie")),
        (("minister", "Zaken", "B i j - R a a t"), ("Bij-Raat", "minister", "Zaken")),
        (("minister", "Zaken", "Bij,"), ("Bij", "minister", "Zaken")),
        (("minister", "Zaken", "Bij."), ("Bij", "minister", "Zaken")),
        (("minister", "Zaken", "J.B."), ("J.B.", "minister", "Zaken")),
        (("de", "Ontvangen 3 april 1995", "heer Bij"), ("Bij", None, None)),
        (
            ("de", "", "heer Bij, staatssecretaris van Cultuur."),
            ("Bij", "staatssecretaris van Cultuur", None),
        ),
        (
            ("de", "Ontvangen 3 april 1995", "heer Bij ministervan Zaken"),
            ("Bij", "ministervan Zaken", None),
        ),
        (
            ("mevrouw", "", "Raat , Staatsse– cretaris van Zaken"),
            ("Raat", "Staatsse– cretaris van Zaken", None),
        ),
        (("de", "", "minister van Zaken."), (None, "minister van Zaken", None)),
    ],
)
def test_an_officer_is_read_as_printed(fields: tuple[str, str, str], expected: Named) -> None:
    read = officers(*fields)
    assert named(read.answerers) == [expected]
    assert read.answerers[0].printed == fields[2] or " ".join(filter(None, fields))
    assert (read.on_behalf_of, read.mended) == ((), None)


@every_case(
    ("fields", "expected"),
    [
        (("minister", "Ontvangen 3 mei 2003", "Bij."), [("Bij", "minister", None)]),
        (("minister", "Ontvangen 3 mei 2003", "Bij Justitie)."), [("Bij", "minister", "Justitie")]),
        (("minister-president", "", "Bij, Algemene Zaken."),
         [("Bij", "minister-president", "Algemene Zaken")]),
        (("minister-president", "", "Bij, de minister van Zaken"),
         [("Bij", "minister-president", "minister van Zaken")]),
        (("Minister", "Zee", "Bij, Minister van Zaken"), [("Bij", "Minister van Zaken", None)]),
        (("van", "Zaken a.i.", "minister Bij"), [("Bij", "minister", "Zaken a.i.")]),
        (("Hirsch", "Justitie", "Bij"), [("Hirsch Bij", None, "Justitie")]),
        (("", "minister van Zaken", ""), [(None, "minister van Zaken", None)]),
        (("minister", "Zaken. (Ontvangen 3 mei 2003", "Bij"), [("Bij", "minister", "Zaken")]),
        (("minister", "Zaken a.i.}. (Ontvangen 3 mei 1992", "Bij"),
         [("Bij", "minister", "Zaken a.i.")]),
        (("minister", "Natuurbeheer en Visserij). (Ontvan- gen 3 mei 1992", "Bij"),
         [("Bij", "minister", "Natuurbeheer en Visserij")]),
        (("minister", "Justitiej (ontvangen 3 mei 1992", "Bij"), [("Bij", "minister", "Justitie")]),
        (("minister", "Welzijn en Sport0,", "Bij"), [("Bij", "minister", "Welzijn en Sport")]),
        (("minister", "Financiën", "Bij en staatssecretaris Raat"),
         [("Bij", "minister", None), ("Raat", "staatssecretaris", "Financiën")]),
        (("minister", "Justitiej en van minister Raat (Zaken", "Bij"),
         [("Bij", "minister", "Justitie"), ("Raat", "minister", "Zaken")]),
        (("minister", "Zaken en van staatssecretaris De Raat ", "Bij"),
         [("Bij", "minister", "Zaken"), ("De Raat", "staatssecretaris", None)]),
        (("", "Ontvangen 3 april 1995", ""), []),
        (("", "14 maart 1990", ""), []),
    ],
)  # fmt: skip
def test_pieces_of_a_heading_are_moved_to_their_fields(
    fields: tuple[str, str, str], expected: list[Named]
) -> None:
    read = officers(*fields)
    assert named(read.answerers) == expected
    title, department, name = fields
    assert read.mended == ", ".join(filter(None, (title, name, department)))


@every_case(
    "fields",
    [
        ("minister", "Ontvangen 3 mei 2003", "Bij, mede namens de minister van Zee."),
        ("minister", "Ontvangen 3 mei 2003", "Bij Justitie), mede namens de minister van Zee."),
        ("minister", "Justitie, mede namens de minister van Zee. (Ontvangen 3 mei 2003", "Bij"),
        ("de", "", "heer Bij, minister van Justitie, mede namens de minister van Zee."),
    ],
)
def test_those_on_whose_behalf_it_is_are_split_off(fields: tuple[str, str, str]) -> None:
    read = officers(*fields)
    assert [mention.name for mention in read.answerers] == ["Bij"]
    (also,) = read.on_behalf_of
    assert also == Mention(printed="de minister van Zee", office="de minister van Zee")
    assert read.mended


@pytest.mark.parametrize(
    "fields", [("", "", ""), ("de", "Ontvangen 3 april 1995", ""), ("de", "", "")]
)
def test_no_officer_is_invented(fields: tuple[str, str, str]) -> None:
    read = officers(*fields)
    assert (read.answerers, read.on_behalf_of, read.mended) == ((), (), None)
