"""The first words of a title say whether it is that of a notice, and of which kind."""

import pytest

from kv2rdf.model.notice_titles import (
    is_title_of_delay,
    is_title_of_notice,
    is_title_of_withdrawal,
)
from tests.every_case import every_case


@pytest.mark.parametrize(
    ("title", "is_delay", "is_withdrawal"),
    [
        ("Uitstel beantwoording vragen van het lid Bos", True, False),
        ("Uitstel van de beantwoording", True, False),
        ("Uitstel antwoord op vragen", True, False),
        ("Intrekking van de vragen van het lid Bos", False, True),
        ("Intrekken schriftelijke vragen", False, True),
        ("Ingetrokken vragen van het lid Bos", False, True),
        ("Uitstel van executie", False, False),
        ("Intrekking van een vergunning", False, False),
        ("Antwoord op vragen over uitstel van beantwoording", False, False),
        ("Mededeling over de vragen van het lid Bos", False, False),
    ],
)
def test_the_title_of_a_notice_says_whether_it_is_a_delay_or_a_withdrawal(
    *, title: str, is_delay: bool, is_withdrawal: bool
) -> None:
    assert is_title_of_delay(title) == is_delay
    assert is_title_of_withdrawal(title) == is_withdrawal


@every_case(
    "title",
    ["Uitstel beantwoording vragen", "Ingetrokken vragen", "Mededeling van Minister Mos"],
)
def test_the_title_of_a_notice_names_it(title: str) -> None:
    assert is_title_of_notice(title)
    assert is_title_of_notice(title.upper())


@every_case("title", ["", "Uitstel van executie", "Mededelingen", "Antwoord op de mededeling"])
def test_other_titles_are_not_those_of_a_notice(title: str) -> None:
    assert not is_title_of_notice(title)
