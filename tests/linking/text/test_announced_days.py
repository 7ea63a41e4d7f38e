"""The date by which a notice of delay announces the answer."""

from datetime import date

from kv2rdf.linking.text.announced_days import announced_day
from kv2rdf.model.document import AnnouncedDay
from tests.every_case import every_case

DATED = date(1999, 10, 15)


@every_case(
    ("text", "day", "words"),
    [
        ("Ik streef ernaar u vóór 29 november 1999 mijn antwoord te doen toekomen.",
         date(1999, 11, 28), "vóór 29 november 1999"),
        ("Ik streef ernaar u vo´o´r 29 november mijn antwoord te doen toekomen.",
         date(1999, 11, 28), "vo´o´r 29 november"),
        ("Ik verwacht de vragen voor vrijdag 5 november te kunnen beantwoorden.",
         date(1999, 11, 4), "voor vrijdag 5 november"),
        ("De beantwoording zal plaatshebben omstreeks 1 november 1999.",
         date(1999, 11, 1), "omstreeks 1 november 1999"),
        ("Beantwoording zal uiterlijk op 23 april plaatsvinden.",
         date(2000, 4, 23), "uiterlijk op 23 april"),
        ("Ik verzoek u daarom uitstel van de beantwoording tot 21 maart.",
         date(2000, 3, 21), "uitstel van de beantwoording tot 21 maart"),
        ("Ik hoop u voor 16 oktober te berichten.", date(1999, 10, 15), "voor 16 oktober"),
        ("De antwoorden kunt u uiterlijk 15 oktober 2000 tegemoet zien.",
         date(2000, 10, 15), "uiterlijk 15 oktober 2000"),
        ("Het antwoord komt rond 29 februari.", date(2000, 2, 29), "rond 29 februari"),
        ("Ik antwoord op of omstreeks 1 mei.", date(2000, 5, 1), "op of omstreeks 1 mei"),
    ],
)  # fmt: skip
def test_a_notice_names_the_last_day_for_the_answer(text: str, day: date, words: str) -> None:
    assert announced_day(text, DATED) == AnnouncedDay(
        day=day, words=words, is_approximate=words.startswith(("omstreeks", "op of", "rond"))
    )


@every_case(
    "text",
    [
        "Ik zal de vragen zo spoedig mogelijk beantwoorden.",
        "De beantwoording volgt eind maart, in de week van 16 april 2000.",
        "Bij brief van 1 november 1999 vroeg u om antwoord.",
        "De gevraagde informatie zal uiterlijk 18 november aangeleverd worden.",
        "Voor de beantwoording spreek ik de bevelhebber, die tot 23 november met verlof is.",
        "De vragen kunnen niet voor 1 december worden beantwoord.",
        "Ik kan niet binnen drie weken, d.w.z. vóór 1 december, antwoorden.",
        "Het antwoord komt uiterlijk 15 oktober 1999.",
        "Het antwoord komt uiterlijk 17 oktober 2000.",
        "Het antwoord komt uiterlijk 31 november.",
        "Het antwoord komt uiterlijk 1 november of uiterlijk 2 november.",
    ],
)
def test_a_notice_may_name_no_day_for_the_answer(text: str) -> None:
    assert announced_day(text, DATED) is None


def test_a_day_that_is_named_twice_counts_once() -> None:
    text = "Uitstel tot 21 maart. Het antwoord komt uiterlijk 21 maart."
    assert announced_day(text, DATED) == AnnouncedDay(
        day=date(2000, 3, 21), words="Uitstel tot 21 maart"
    )


def test_without_the_date_of_the_notice_no_day_is_certain() -> None:
    assert announced_day("Het antwoord komt uiterlijk 1 november 1999.", None) is None
