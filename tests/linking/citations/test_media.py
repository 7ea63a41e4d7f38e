"""Names of media, alone between punctuation, or among other words."""

from kv2rdf.linking.citations.media import media_by_name, media_in
from kv2rdf.model.register import Medium
from tests.every_case import every_case
from tests.papers import real_seeds

REGISTER = real_seeds().register.media
KNOWN = media_by_name(REGISTER)


def labels(text: str) -> list[str]:
    return [medium.label for medium in media_in(text, KNOWN)]


@every_case(
    ("text", "media"),
    [
        ("Trouw, 8 januari 2004", ["Trouw"]),
        ("Trouw,, 8 januari 2004", ["Trouw"]),
        ("Volkskrant 8 januari 2004", ["de Volkskrant"]),
        ("Volkskrant 18 januari 2004", ["de Volkskrant"]),
        ("De Volkskrant van 1 en 2 mei 1995", ["de Volkskrant"]),
        ("de Volkskrant en Trouw, 8 januari 2004", ["de Volkskrant", "Trouw"]),
        ("Trouw/de Volkskrant, 8 januari 2004", ["Trouw", "de Volkskrant"]),
        ("Trouw, 8 januari 2004; Trouw, 9 januari 2004", ["Trouw"]),
        ("Zie ook het artikel in NRC-Handelsblad d.d. 8 mei", ["NRC Handelsblad"]),
        ("«Kelders lopen vol», NRC, 8 mei 2004", ["NRC Handelsblad"]),
        ("O.a. Radio 1 Journaal, 3 maart jl.", ["Radio 1 Journaal"]),
        ("Uitzending van «Netwerk», 3 maart 2001", ["Netwerk"]),
        ("www.nu.nl, 2 september 2004", ["Nu.nl"]),
        ("http://www.elsevier.nl/nieuws/index.html", ["Elsevier"]),
        ("Rijn en Gouwe, 1 mei 1999", ["Rijn en Gouwe"]),
        ("Sp!ts, 17 november 2005", ["Spits"]),
        ("Dagblad van het Noorden, 2 mei 2003", ["Dagblad van het Noorden"]),
        ("Jane’s Defence Weekly, 9 mei 2001", ["Jane’s Defence Weekly"]),
        ("AD Haagsche Courant, 9 mei 2006", ["AD Haagsche Courant"]),
    ],
)
def test_a_medium_is_cited_where_its_name_is_alone(text: str, media: list[str]) -> None:
    assert labels(text) == media


@every_case(
    "text",
    [
        "",
        "Brief van Trouw aan de minister",
        "In het noorden, een netwerk, de stem",
        "Kranten, 8 mei 2001",
        "Volkskrant 118 januari 2004",
        "Meatandmeal.nl, 24 mei 2007",
        "13, van, de",
    ],
)
def test_a_medium_is_not_cited_where_words_only_look_like_its_name(text: str) -> None:
    assert labels(text) == []


def test_no_two_media_have_the_same_name() -> None:
    media = [medium for medium in REGISTER if medium.parent]
    assert sum(len(media_by_name([medium])) for medium in media) == len(KNOWN)


def test_every_name_of_the_register_is_found_in_a_note() -> None:
    for medium in REGISTER:
        for name in (medium.label, *medium.names):
            expected = [medium] if medium.parent else []
            assert list(media_in(f"{name}, 3 maart 2001", KNOWN)) == expected, name


def test_a_kind_of_media_is_not_a_medium() -> None:
    kind = Medium(key="krant", label="Kranten")
    assert media_by_name([kind]) == {}
