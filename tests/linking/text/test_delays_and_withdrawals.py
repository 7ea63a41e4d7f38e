"""The announcement in the text of a notice."""

import pytest

from kv2rdf.linking.text import delays_and_withdrawals
from tests.every_case import every_case


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        (
            "De vragen over a (ingezonden 3 mei 2030) zijn beantwoord middels een brief.",
            True,
        ),
        ("Deze vragen zijn beantwoord bij brief van minister Mos, kamerstuk 28 041, nr. 1.", True),
        ("De vragen zijn reeds beantwoord in mijn brief van 15 mei.", True),
        ("Na zijn bezoek zullen de vragen worden beantwoord in een brief.", False),
        ("De vragen worden beantwoord in een brief.", False),
        ("De vragen zijn beantwoord. Ik stuur een brief.", False),
        ("De vragen zijn niet beantwoord in mijn brief.", False),
        (f"De vragen zijn {'a' * 118} beantwoord in een brief.", True),
        (f"De vragen zijn {'a' * 119} beantwoord in een brief.", False),
        (f"De vragen zijn beantwoord in {'a' * 79} brief.", True),
        (f"De vragen zijn beantwoord in {'a' * 80} brief.", False),
    ],
)
def test_a_notice_may_say_that_the_questions_were_answered_in_a_letter(
    *, text: str, is_found: bool
) -> None:
    assert delays_and_withdrawals.is_answered_elsewhere(text) == is_found


@pytest.mark.parametrize(
    ("text", "is_delay", "is_withdrawal"),
    [
        ("dat het niet mogelijk is de vragen binnen de termijn te beantwoorden.", True, False),
        ("De antwoorden volgen zo spoedig mogelijk.", True, False),
        ("Voor de beantwoording is meer tijd nodig.", True, False),
        ("Ik vraag uitstel.", True, False),
        ("De vragen zullen niet tijdig worden beantwoord.", True, False),
        ("De vragensteller heeft de vragen ingetrokken.", False, True),
        ("Hierbij trek ik de vragen over mest in.", False, True),
        ("De vragen zijn ingetrokken; uitstel is niet nodig.", False, True),
        ("Deze vragen mogen als ingetrokken worden beschouwd.", False, True),
        ("Soortgelijke vragen zijn ingetrokken; ik antwoord zo spoedig mogelijk.", True, False),
        ("De vragen zijn doorgezonden aan mijn ambtgenoot.", False, False),
        ("Ik verzoek u om verlenging van de beantwoordingstermijn.", True, False),
        ("De beantwoording duurt langer dan drie weken.", True, False),
        ("Ik verwijs naar het debat over langere gevangenisstraffen.", False, False),
        ("De vragen kunnen niet binnen de daarvoor", True, False),
        ("Ik verwijs naar de vergunning, die niet binnen de bebouwde kom geldt.", False, False),
        ("Ik heb ze zo spoedig mogelijk beantwoord in de bijgevoegde brief.", False, False),
        ("Ik verwijs naar mijn brief over uitstel van executie.", False, False),
        ("De vragen zullen binnen de gestelde termijn worden beantwoord.", False, False),
        ("De vragen zullen tijdig worden beantwoord.", False, False),
        ("Dat is binnen de termijn van drie weken niet mogelijk.", True, False),
        ("Dat lukt binnen de termijn. Het is niet moeilijk.", False, False),
        ("Ik kan binnen drie weken geen antwoord geven.", True, False),
        ("Het is onmogelijk de vragen binnen drie weken te beantwoorden.", True, False),
        ("De termijn van drie weken zal worden overschreden.", True, False),
        ("Ik verzoek u de termijn voor deze vragen te verlengen.", True, False),
        ("Ik verzoek u om verlenging van de voor deze vragen geldende termijn.", True, False),
        ("Ik verzoek u om enige additionele tijd.", True, False),
        ("De beantwoording zal nog enige tijd vergen.", True, False),
        ("De beantwoording vergt de nodige tijd.", True, False),
        ("Het antwoord laat nog enige tijd op zich wachten.", True, False),
        ("Het overleg vergt enige tijd.", True, False),
        ("Dat duurt nog enkele weken.", True, False),
        ("De beantwoording neemt meer dan drie weken in beslag.", True, False),
        ("Ik antwoord binnen enkele weken na ontvangst van het advies.", True, False),
        ("De beantwoording van de vragen is uitgesteld.", True, False),
        ("De beantwoording hiervan heeft vertraging opgelopen.", True, False),
        ("Ik verwijs naar mijn brief over de vertraging bij de bouw.", False, False),
        ("Hierbij verzoek ik u mijuitstel te verlenen.", True, False),
        ("Het lid Bos heeft zijn vragen ingetrokken.", False, True),
        ("De leden Bos en Mos trekken hun vragen over mest in.", False, True),
        ("Welke gevolgen trekt u hieruit? Ik verwijs naar mijn brief.", False, False),
        ("", False, False),
    ],
)
def test_a_notice_announces_a_delay_or_a_withdrawal(
    *, text: str, is_delay: bool, is_withdrawal: bool
) -> None:
    assert delays_and_withdrawals.is_delay(text) == is_delay
    assert delays_and_withdrawals.is_withdrawal(text) == is_withdrawal


@pytest.mark.parametrize(("letters", "is_found"), [(178, True), (179, False)])
def test_a_delay_is_named_within_180_characters(*, letters: int, is_found: bool) -> None:
    text = f"Dat lukt niet {'x' * letters} tijdig."
    assert delays_and_withdrawals.is_delay(text) == is_found


@pytest.mark.parametrize(("letters", "is_found"), [(58, True), (59, False)])
def test_the_time_is_named_within_60_characters(*, letters: int, is_found: bool) -> None:
    text = f"Dat lukt niet binnen {'x' * letters} week."
    assert delays_and_withdrawals.is_delay(text) == is_found


@pytest.mark.parametrize(
    ("before", "letters", "after", "is_found"),
    [
        ("De vragen", 78, "ingetrokken.", True),
        ("De vragen", 79, "ingetrokken.", False),
        ("Hierbij trek ik de vragen", 59, "in.", True),
        ("Hierbij trek ik de vragen", 60, "in.", False),
    ],
)
def test_a_withdrawal_is_named_within_80_characters_or_60(
    *, before: str, letters: int, after: str, is_found: bool
) -> None:
    text = f"{before} {'x' * letters} {after}"
    assert delays_and_withdrawals.is_withdrawal(text) == is_found


@every_case(
    ("text", "reason"),
    [
        ("Het lukt niet. Dat komt later, omdat er overleg is. Ik kom erop terug.",
         "Dat komt later, omdat er overleg is."),
        ("Mededeling van minister A (B). (Ontvangen 3 mei 2004) Later, wegens overleg. Dank.",
         "Later, wegens overleg."),
        ("Later, vanwege art. 3 van wet 4.5 d.d. 3 mei. Dank.",
         "Later, vanwege art. 3 van wet 4.5 d.d. 3 mei."),
        ("Het lukt niet.", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_reason_is_the_first_sentence_that_gives_one(text: str, reason: str | None) -> None:
    assert delays_and_withdrawals.delay_reason(text) == reason


@pytest.mark.parametrize("words", ["in samenhang met", "gezamenlijk met", "tezamen met"])
def test_a_notice_may_announce_a_joint_answer(words: str) -> None:
    assert delays_and_withdrawals.is_answered_jointly(
        f"De vragen worden {words} die van het lid Heuvel beantwoord."
    )
    assert not delays_and_withdrawals.is_answered_jointly(
        "De vragen van de leden Akker en Heuvel komen later."
    )
