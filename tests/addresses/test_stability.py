"""Which addresses are stable, and which are of people."""

from kv2rdf.addresses.stability import is_of_person, is_stable
from tests.every_case import every_case


@every_case(
    "path",
    [
        "/eli/nl/tk/zaak/2022Z00634",
        "/eli/nl/ek/zaak/ah-ek-19941995-31#beantwoording-19941995-31",
        "/eli/nl/tk/zaak/2022Z00634#indiening",
        "/eli/nl/tk/zaak/2022Z00634#uitstel-2022-02-08",
        "/eli/nl/tk/kv/2040509430/vraag/3a",
        "/eli/nl/tk/kv/2040509430/set/2/vraag/1",
        "/eli/nl/tk/kv/2040509430/toelichting",
        "/eli/nl/tk/kv/2022Z00634/uitstel/2022-02-08/nld",
        "/eli/nl/tk/ah/20212022/1881/antwoord/4-5",
        "/eli/nl/tk/ah/20212022/1881/nld/html",
        "/graph/derived/2022Z00634",
        "/id/ambt/minister-min-bzk",
    ],
)
def test_an_address_from_published_identifiers_is_stable(path: str) -> None:
    assert is_stable(path)


@every_case(
    "path",
    [
        "/eli/nl/tk/zaak/KVR1",
        "/eli/nl/tk/zaak/2022Z00634#indiener-Hilde_Palland~~CDA",
        "/eli/nl/tk/kv/2022Z00634/noot/1-2022Z00634",
        "/eli/nl/tk/kv/2022Z00634/vraag/1#noot-1-2022Z00634",
        "/eli/nl/tk/kv/2022Z00634/vraag/x3-KVR1",
        "/eli/nl/tk/kv/2022Z00634/uitstel/2022-02-08-KVR1",
        "/eli/nl/tk/kv/2022Z00634#tekst-terzijde",
        "/eli/nl/tk/ah/20212022/1881/antwoord/4#citaat-antwoord_op_vraag_2",
        "/graph/findings/2022Z00634",
        "/id/naamvorm/Hilde_Palland~~CDA~~tk",
        "/id/ambtsvorm/minister~~Financi~eb~n~~tk",
        "/id/fractie/cda-ek",
        "/id/rubriek/Water",
        "/bron/2022Z00634.txt",
        "/run/2022-02-25",
    ],
)
def test_an_address_with_a_file_name_or_printed_words_is_not_stable(path: str) -> None:
    assert not is_stable(path)


@every_case(
    ("path", "answer"),
    [
        ("/id/persoon/dijk-i-1975", True),
        ("/id/lidmaatschap/dijk-i-1975-cda", True),
        ("/id/partij/persoon", False),
        ("/eli/nl/tk/zaak/2022Z00634", False),
    ],
)
def test_people_and_their_memberships_are_of_a_person(path: str, answer: object) -> None:
    assert is_of_person(path) is answer
