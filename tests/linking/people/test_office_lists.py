"""The offices that printed words name on a given date."""

from datetime import date

from kv2rdf.linking.people.office_lists import NamedOffice, offices_in
from kv2rdf.linking.people.offices import printed_offices
from kv2rdf.linking.reference_index import ReferenceIndex
from kv2rdf.model.paper import Mention
from tests.every_case import every_case
from tests.papers import real_seeds

INDEX = ReferenceIndex.of(real_seeds().register)


def named(words: str, day: str | None) -> tuple[NamedOffice, ...]:
    return offices_in(words, date.fromisoformat(day) if day else None, INDEX.office_names)


def keys(words: str, day: str | None) -> list[str]:
    """Return the keys of the offices that words name, or else of the ministries."""
    return [one.office.key if one.office else one.ministry for one in named(words, day)]


@every_case(
    ("words", "day", "found"),
    [
        ("minister Justitie", "2000-01-01", ["minister-justitie"]),
        ("de minister van Justitie", "2000-01-01", ["minister-justitie"]),
        ("Minister voor Justitie,", "2000-01-01", ["minister-justitie"]),
        ("de Ministervan Defensie", "1990-01-01", ["minister-def"]),
        ("minister Verkeer en Water– staat", "1990-01-01", ["minister-venw"]),
        ("staatssecretaris Financie¨n", "1995-01-01", ["staatssecretaris-fin"]),
        ("de staats– secretaris van Onderwijs en W e t e n - schappen", "1990-01-01",
         ["staatssecretaris-ow"]),
        ("staatssecretans Bmnenlandse Zaken", "1993-01-01", ["staatssecretaris-biza"]),
        ("minister Justitie a.i.", "2000-01-01", ["minister-justitie"]),
        ("minister Sport0", "2000-01-01", []),
        ("Justitie", "2000-01-01", ["justitie"]),
        ("minister", "2000-01-01", []),
        ("ministerie van Justitie", "2000-01-01", []),
        ("de commissies van Justitie en Defensie", "2000-01-01", []),
        ("mijn ambtgenoot van Justitie, nog het volgende op", "2000-01-01", []),
        ("(Ontvangen 4 mei 2000)", "2000-01-01", []),
    ],
)  # fmt: skip
def test_an_office_has_many_spellings(words: str, day: str, found: list[str]) -> None:
    assert keys(words, day) == found


@every_case(
    ("words", "day", "found"),
    [
        ("de ministers van Justitie en van Binnenlandse Zaken en Koninkrijksrelaties",
         "2000-01-01", ["minister-justitie", "minister-min-bzk"]),
        ("de ministers van Volksgezondheid, Welzijn en Sport, van Onderwijs, Cultuur en "
         "Wetenschap en van Sociale Zaken en Werkgelegenheid", "2005-01-01",
         ["minister-vws", "minister-ocw", "minister-szw"]),
        ("de ministers van Justitie, Financiën en van Economische Zaken", "2003-07-04",
         ["minister-justitie", "minister-fin", "minister-ez-2010"]),
        ("de minister en staatssecretaris van Justitie", "2005-01-01",
         ["minister-justitie", "staatssecretaris-justitie"]),
        ("de ministers van Buitenlandse Zaken en voor Ontwikkelingssamenwerking", "2000-01-01",
         ["minister-bz", "minister-os"]),
        ("de minister van Buitenlandse Zaken en de staatssecretaris van Buitenlandse Zaken "
         "(Europese Zaken), dhr. Nicolaï,", "2003-01-01",
         ["minister-bz", "staatssecretaris-bz"]),
        ("de minister-president, minister van Algemene Zaken", "2000-01-01",
         ["minister-president"]),
        ("de minister-president en de minister van Defensie", "2000-01-01",
         ["minister-president", "minister-def"]),
        ("minister-president Algemene Zaken", "2000-01-01", ["minister-president"]),
        ("vice-minister-president, minister van Financiën", "2000-01-01", ["minister-fin"]),
        ("de staatssecretarissen van Onderwijs, Cultuur en Wetenschappen, mw. Adelmund, en van "
         "Volksgezondheid, Welzijn en Sport", "2000-05-12",
         ["staatssecretaris-ocenw", "staatssecretaris-vws"]),
    ],
)  # fmt: skip
def test_a_list_is_never_split_inside_the_name_of_a_ministry(
    words: str, day: str, found: list[str]
) -> None:
    assert keys(words, day) == found


@every_case(
    ("words", "day", "found"),
    [
        ("minister Economische Zaken", "2010-10-13", ["minister-ez-2010"]),
        ("minister Economische Zaken", "2010-10-20", ["minister-ez-2010"]),
        ("minister Economische Zaken", "2010-10-21", []),
        ("minister Economische Zaken", "2012-11-05", ["minister-ez-2017"]),
        ("minister Economische Zaken", "2024-07-02", ["minister-ez-2026"]),
        ("minister van Landbouw, Natuur en Voedselkwaliteit", "2008-01-01", ["minister-lnv-2010"]),
        ("minister van Landbouw, Natuur en Voedselkwaliteit", "2018-01-01", ["minister-lnv"]),
        ("minister van LNV", "2001-01-01", ["minister-lnbv"]),
        ("minister van LNV", "2004-01-01", ["minister-lnv-2010"]),
        ("minister van Landbouw en Visserij", "1989-11-06", ["minister-lenv"]),
        ("minister van Landbouw en Visserij", "1989-11-14", []),
        ("minister Binnenlandse Zaken", "1998-08-02", ["minister-biza"]),
        ("minister Binnenlandse Zaken", "1998-08-03", ["minister-min-bzk"]),
        ("minister voor Jeugd en Gezin", "2007-02-21", []),
        ("minister voor Jeugd en Gezin", "2007-02-22", ["minister-jg"]),
        ("staatssecretaris Ontwikkelingssamenwerking", "2002-11-01", ["staatssecretaris-bz"]),
        ("minister Justitie", None, ["minister-justitie"]),
        ("minister Economische Zaken", None, []),
    ],
)
def test_the_day_decides_which_office_has_a_name(
    words: str, day: str | None, found: list[str]
) -> None:
    assert keys(words, day) == found


@every_case(
    ("words", "rest", "is_acting"),
    [
        ("de staatssecretaris van Financiën", [""], [False]),
        ("minister Justitie a.i.", [""], [True]),
        ("minister Verkeer en Waterstaat a i .", [""], [True]),
        ("de staatssecretaris van Justitie, mevrouw Kade,", ["mevrouw Kade"], [False]),
        ("staatssecretaris Van der Kade (Justitie)", ["der Kade"], [False]),
        ("de staatssecretaris van Justitie (Kade) en de minister van Defensie a.i.",
         ["Kade", ""], [False, True]),
    ],
)  # fmt: skip
def test_the_rest_of_the_words_is_kept(words: str, rest: list[str], is_acting: list[bool]) -> None:
    found = named(words, "2000-01-01")
    assert [one.rest.strip(" .").removesuffix(" en").removeprefix("Van ") for one in found] == rest
    assert [one.is_acting for one in found] == is_acting


def pieces(mention: Mention) -> list[tuple[str, str | None]]:
    found = printed_offices(INDEX, mention, date(2000, 1, 1))
    return [(one.mention.printed, one.listed_in) for one in found]


def test_a_list_is_cut_into_the_words_for_each_office() -> None:
    words = "de minister en staatssecretaris van Justitie en aan de minister van Defensie"
    assert pieces(Mention(printed=words, office=words)) == [
        ("de minister", words),
        ("staatssecretaris van Justitie", words),
        ("de minister van Defensie", words),
    ]


def test_each_office_of_a_list_keeps_the_printed_words_before_the_list() -> None:
    office = "de ministers van Justitie en van Defensie"
    printed = f"(D66) aan {office}"
    assert pieces(Mention(printed=printed, office=office)) == [
        ("de ministers van Justitie", printed),
        ("van Defensie", printed),
    ]


def test_a_mention_with_a_name_is_not_cut() -> None:
    mention = Mention(
        printed="Kade", name="Kade", office="minister", ministry="Justitie en Binnenlandse Zaken"
    )
    assert pieces(mention) == [("Kade", None)]
