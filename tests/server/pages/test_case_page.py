"""The page of a case contains every printed text once, and states each state in words."""

import re
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kv2rdf.query.case_view.case_sources import RuleName
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages.case_page import case_html
from kv2rdf.server.pages.page_title import split_title
from tests.every_case import every_case
from tests.server.pages.case_pages import listed, page, site, view, words

SEED = "2022Z00634"
SCAN = "ah-tk-19881989-331"


@pytest.fixture(scope="module")
def numbers(golden_release: Path) -> list[str]:
    return sorted(file.stem for file in golden_release.glob("dossiers/*/*.ttl"))


def test_each_question_is_followed_by_its_answer(golden_release: Path) -> None:
    seed = page(golden_release, SEED)
    pairs = seed.xpath("//section[contains(@class, 'pair')]")
    assert [pair.get("id") for pair in pairs] == [f"vraag-{number}" for number in range(1, 8)]
    first = [words(part) for part in pairs[0] if part.get("class") in ("q", "a")]
    assert first[0].startswith("Heeft u kennisgenomen")
    assert first[1] == "Antwoord Ja."


def test_a_mark_links_to_its_note_below_the_same_pair(golden_release: Path) -> None:
    (pair,) = page(golden_release, SEED).xpath("//section[@id='vraag-3']")
    (mark,) = pair.xpath(".//sup/a")
    assert (mark.text, mark.get("href")) == ("2", "#antwoordnoot-2")
    (note,) = pair.xpath(".//li[@id='antwoordnoot-2']")
    assert words(note) == "Noot 2 De tekst van deze noot ontbreekt in de bron."


def test_an_answer_that_only_refers_shows_where_and_what(golden_release: Path) -> None:
    (pair,) = page(golden_release, SEED).xpath("//section[@id='vraag-4']")
    assert listed(pair, ".//p[@class='ref']")[0].startswith("Verwijst naar antwoord 2. Geweld en")
    assert pair.xpath(".//div[@class='a']//a/@href") == ["#antwoord-2", "#antwoord-2"]


def test_a_joint_answer_is_shown_once_below_its_questions(golden_release: Path) -> None:
    joint = page(golden_release, "2030412340").xpath("//section[@class='pair joint']")
    assert joint
    for pair in joint:
        assert len(pair.xpath("h2")) > 1
        assert listed(pair, ".//h3[@class='label']")[0].startswith("Antwoord op vraag ")


@pytest.mark.parametrize(
    ("language", "label"),
    [("nl", "Antwoord op vraag 1 en 2"), ("en", "Answer to questions 1 and 2")],
)
def test_the_numbers_of_a_joint_answer_are_in_the_language_of_the_page(
    golden_release: Path, language: str, label: str
) -> None:
    shown = page(golden_release, "2293000440", language)
    assert label in listed(shown, "//h3[@class='label']")


def test_the_badge_of_a_settled_case_names_what_says_so(golden_release: Path) -> None:
    for number, source in (
        ("2029Z00047", "een mededeling aan"),
        ("2031Z00021", "het register van"),
    ):
        badges = listed(page(golden_release, number), "//*[@class='badge']")
        assert badges == [f"Afgedaan, volgens {source} de Kamer"]


def test_badges_and_days_say_that_the_answer_was_late(golden_release: Path) -> None:
    seed = page(golden_release, SEED)
    assert listed(seed, "//*[contains(@class, 'badge ') or @class='badge']") == [
        "Beantwoord na 38 dagen",
        "17 dagen na de termijn",
    ]
    assert listed(seed, "//div[@class='days']//li") == [
        "18 januari 2022 ingediend",
        "8 februari 2022 einde van de termijn, uitstel gemeld",
        "25 februari 2022 beantwoord (dag 38)",
    ]


def test_people_are_links_in_printed_words(golden_release: Path) -> None:
    seed = page(golden_release, SEED)
    assert listed(seed, "//dl[@class='facts']//dt") == [
        "Gesteld door",
        "Gesteld aan en beantwoord door",
    ]
    (asker, *_) = seed.xpath("//dl[@class='facts']//dd")
    assert words(asker) == "Hilde Palland (CDA)"
    assert asker.xpath(".//a/@href") == ["/nl/persoon/palland-hm-1979", "/nl/fractie/cda"]


def test_dutch_text_is_marked_on_an_english_page(golden_release: Path) -> None:
    seed = page(golden_release, SEED, "en")
    assert seed.get("lang") == "en"
    (question, *_) = seed.xpath("//div[@class='q']")
    assert question.get("lang") == "nl"
    assert listed(seed, "//*[@class='badge late']") == ["17 days past the deadline"]


def test_the_title_is_split_behind_the_first_over(golden_release: Path) -> None:
    (opening,) = page(golden_release, "2030412340").xpath("//h1/span[@class='open']")
    assert words(opening).startswith("Vragen van")
    assert words(opening).endswith(" over")


@every_case(
    ("title", "subject"),
    [
        ("Vragen van het lid A (CDA) inzake het veer over de Maas", "het veer over de Maas"),
        ("Vragen van het lid A over een brief inzake X", "een brief inzake X"),
        ("Vragen van A (brief inzake X) met betrekking tot Y", "Y"),
        ("Brief inzake X", "Brief inzake X"),
    ],
)
def test_the_subject_follows_the_first_word_that_announces_it(title: str, subject: str) -> None:
    split = split_title(title)
    assert split.subject == subject
    assert f"{split.opening} {split.subject}".strip() == title


def test_a_case_without_an_answer_says_from_which_day_that_is_known(golden_release: Path) -> None:
    case = view(golden_release, SEED)
    questions = tuple(part for part in case.parts if part.kind == "Question")
    open_case = replace(
        case, state="openstaand", parts=questions, answered=None, days_to_answer=None, notices=()
    )
    shown = case_html(open_case, site(), {})
    assert shown.count("Geen antwoord in onze bronnen (stand 25 februari 2022)") == 2
    assert "Beantwoord" not in shown.partition("<main")[2].partition("Bronnen")[0].replace(
        "Gesteld aan en beantwoord door", ""
    )


def test_a_withdrawn_case_has_its_notice_before_the_questions(golden_release: Path) -> None:
    case = replace(view(golden_release, SEED), state="ingetrokken")
    shown = case_html(case, site(), {})
    assert shown.index('class="notice"') < shown.index('id="vraag-1"')
    assert "Ingetrokken" in shown


def test_a_case_of_the_eerste_kamer_has_no_deadline(golden_release: Path) -> None:
    case = view(golden_release, SEED)
    senate = replace(
        case, address=case.address.replace("/tk/", "/ek/"), due=None, is_answered_in_time=None
    )
    shown = case_html(senate, site(), {})
    assert "De Eerste Kamer kent geen termijn." in shown
    assert "na de termijn" not in shown


@every_case(
    ("answered", "expected"),
    [
        (date(2022, 1, 18), "Beantwoord op dezelfde dag, binnen de termijn"),
        (date(2022, 1, 19), "Beantwoord na 1 dag, binnen de termijn"),
        (date(2022, 2, 8), "Beantwoord na 21 dagen, binnen de termijn"),
        (date(2022, 2, 9), "1 dag na de termijn"),
    ],
)
def test_days_are_counted_in_words(golden_release: Path, answered: date, expected: str) -> None:
    case = view(golden_release, SEED)
    days = (answered - date(2022, 1, 18)).days
    in_time = answered <= date(2022, 2, 8)
    changed = replace(
        case, answered=answered, days_to_answer=days, is_answered_in_time=in_time, documents=()
    )
    assert expected in case_html(changed, site(), {})


def test_repairs_are_named_with_their_meaning(golden_release: Path) -> None:
    rules = {"noot-zonder-tekst": RuleName("noot zonder tekst", "Alleen het teken is er.")}
    shown = case_html(view(golden_release, SEED), site(), rules)
    assert "noot zonder tekst (4)" in shown
    assert "Alleen het teken is er." in shown


def test_every_printed_text_is_on_the_page_of_its_case(
    golden_release: Path, numbers: list[str]
) -> None:
    count = 0
    for number in numbers:
        case = view(golden_release, number)
        main = page(golden_release, number).xpath("//main")[0]
        for mark in main.xpath(".//sup"):
            mark.getparent().remove(mark) if not mark.tail else None
        plain = re.sub(r"\s", "", words(main))
        texts = [part.joined_text or part.text for part in case.parts if not part.marks]
        texts += [note.readable_text for note in case.notes if note.readable_text]
        texts += [line for notice in case.notices for line in notice.paragraphs]
        for text in texts:
            count += 1
            assert re.sub(r"\s", "", text) in plain, (number, text)
    assert count > 300


def test_notices_and_notes_of_a_scan_are_shown_with_their_words_joined(
    golden_release: Path,
) -> None:
    shown = words(page(golden_release, SCAN).xpath("//main")[0])
    assert "De beantwoording wordt u later gezonden." in shown
    assert "De Duinpost van 3 november jl. , katern Wetenschappen" in shown
    assert "w o r d t → wordt" in shown
    assert "Wetenschap- pen → Wetenschappen" in shown


def test_every_link_within_a_page_has_a_target_and_no_two_things_share_one(
    golden_release: Path, numbers: list[str]
) -> None:
    for number in numbers:
        shown = page(golden_release, number)
        anchors = shown.xpath("//@id")
        assert len(anchors) == len(set(anchors)), number
        links = {href[1:] for href in shown.xpath("//@href") if href.startswith("#")}
        assert links <= set(anchors), number


def test_a_page_has_nothing_inline_and_nothing_of_another_host(
    golden_release: Path, numbers: list[str]
) -> None:
    for number in numbers:
        shown = page(golden_release, number, "en")
        assert shown.xpath("//script/@type | //script/@src") == ["application/ld+json"]
        assert not shown.xpath("//style | //@style | //@*[starts-with(name(), 'on')]")
        assert not [src for src in shown.xpath("//@src | //link[@rel='stylesheet']/@href")
                    if not src.startswith("/assets/")]  # fmt: skip


def test_markup_in_a_source_is_shown_as_text(golden_release: Path) -> None:
    case = view(golden_release, SEED)
    attack = "<script>alert(1)</script>\" onload='x'"
    first = replace(case.parts[0], text=attack, marks=(), joined_text=None)
    shown = case_html(replace(case, title=attack, parts=(first,)), site(), {})
    assert shown.count("<script") == 1
    assert '<script type="application/ld+json">' in shown
    assert shown.count("&lt;script&gt;") >= 3


def test_links_lead_below_the_path_of_a_proxy(golden_release: Path) -> None:
    shown = case_html(view(golden_release, SEED), site(root="/kamervragen"), {})
    assert not re.findall(r'(?:href|src|action)="/(?!kamervragen/)', shown)
    assert f"{HOME}/eli/nl/tk/zaak/{SEED}" in shown
