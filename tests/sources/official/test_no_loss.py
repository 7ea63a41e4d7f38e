"""Positions in official papers at which text could be lost or repeated, and very large papers."""

from collections.abc import Callable
from functools import partial

import pytest

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.rules import FindingRule
from kv2rdf.model.structured_text import check_markup
from tests.every_case import every_case
from tests.function_calls import counted_calls
from tests.papers import read_paper
from tests.sources.official.papers import (
    ASKED,
    NOTIFIED,
    REMARK,
    REPLIED,
    answer,
    note,
    official,
    question,
)

TABLE = "<table><tgroup cols='1'>{}</tgroup></table>"


def _in_table(rows: str) -> str:
    return official(question("1", "Gaat hij?", TABLE.format(rows)))


def _with_line(kind: str, words: str) -> str:
    line = f"<tekstregel inhoud='{kind}'>{words}</tekstregel></kamervraagkop>"
    return official(question("1", "a")).replace("</kamervraagkop>", line)


def _with_metadata(words: str) -> str:
    return official(question("1", "a")).replace("</metadata>", f"{words}</metadata>")


@every_case(
    ("paper", "problem"),
    [
        (_with_metadata("<meta name='x'>los</meta>"), "cannot place text 'los'"),
        (_with_line("iets", "los"), "cannot read a line with 'iets'"),
        (_with_line("vergaderjaar", "2031-2032"), "two lines with 'vergaderjaar'"),
        (official("<x:kamervraagkop xmlns:x='u'>los</x:kamervraagkop>"), "is in a namespace"),
        (official("<vraag><x:nr xmlns:x='u'>los</x:nr><al>a</al></vraag>"), "is in a namespace"),
        (official(question("1", "a", "<al><x:noot xmlns:x='u'>los</x:noot></al>")),
         "is in a namespace"),
        (official(question("1", "a<noot><noot.nr>1</noot.nr><nr>2</nr><al>b</al></noot>")),
         "a footnote with two numbers"),
        (official(question("1", f"a{note('1', 'b')}", "<al><nootref refid='n1'/></al>")),
         "a paragraph with only a footnote"),
        (official(question("1", f"a{note('1', 'b')}<nootref refid='n1'>los</nootref>")),
         "cannot place text 'los'"),
        (official(question("1", "a<br>los</br>")), "cannot place text 'los'"),
        (_in_table("<colspec>los</colspec><tbody><row><entry>a</entry></row></tbody>"),
         "cannot place text 'los'"),
        (_in_table("<tbody><row>los</row></tbody>"), "cannot place text 'los'"),
        (_in_table("<tbody><row><al>los</al></row></tbody>"), "cannot read element al"),
        (official(question("1", "a"), number="123456"), "not a number in the Aanhangsel"),
        (official(question("1", "a"), number="2030/1", replied=None), "not a number of a case"),
    ],
)  # fmt: skip
def test_text_that_has_no_place_holds_a_paper_back(paper: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem):
        read_paper(paper)


def test_a_footnote_in_a_cell_is_not_text_of_the_cell() -> None:
    footnote = "<noot><noot.nr>1</noot.nr><al>Krant.</al></noot>"
    paper = read_paper(_in_table(f"<tbody><row><entry><al>b{footnote}</al></entry></row></tbody>"))
    assert paper.questions[0].text.text == "Gaat hij?\nb"
    assert [found.text for found in paper.question_notes] == ["Krant."]


@pytest.mark.parametrize("day", ["3 september 2030, kenmerk 5", "31 september 2030"])
def test_words_beside_the_day_of_tabling_stay_in_the_title(day: str) -> None:
    asked = ASKED.replace("3 september 2030</datum>", f"{day}</datum>")
    paper = read_paper(official(question("1", "a"), asked=asked))
    assert paper.short_title is not None
    assert paper.short_title.endswith(f"over de sluis (ingezonden {day}).")


def test_a_paper_with_answers_is_not_a_notice() -> None:
    paper = read_paper(official(question("1", "a"), answer("1", "Ja."), REMARK, replied=NOTIFIED))
    assert (paper.kind, paper.notice) == (PaperKind.ANSWER, None)
    assert [part.text.text for part in paper.answers] == ["Ja.", "Later."]
    assert FindingRule.HEADING_NOT_UNDERSTOOD in {remark.rule for remark in paper.remarks}


def test_an_explanation_may_have_a_footnote() -> None:
    remark = f"<kamervraagopmerking><al>Zie{note('1', 'Krant.')}.</al></kamervraagopmerking>"
    paper = read_paper(official(question("1", "a"), remark, replied=None, number="2030Z00001"))
    assert paper.explanation is not None
    assert (paper.explanation.text, paper.explanation.marks[0].number) == ("Zie.", "1")
    assert [found.text for found in paper.question_notes] == ["Krant."]


def test_text_after_the_questions_of_a_reply_without_answers_is_an_answer() -> None:
    paper = read_paper(official(question("1", "a"), "<al>Ja.</al>"))
    assert [part.text.text for part in (*paper.questions, *paper.answers)] == ["a", "Ja."]
    assert [remark.rule for remark in paper.remarks] == [FindingRule.TEXT_OUTSIDE_PARTS]


@pytest.mark.parametrize("block", ["<lijst/>", "<lijst><li><li.nr/><al> </al></li></lijst>"])
def test_a_list_without_text_is_left_out(block: str) -> None:
    text = read_paper(official(question("1", "a", block))).questions[0].text
    assert text.text == "a"
    assert text.markup is not None
    check_markup(text.markup, text.text, [])


def test_an_address_that_is_not_valid_is_only_text() -> None:
    link = '<extref doc="https://example.org/a%zz?x=[1]#b#c" soort="URL">example.org</extref>'
    paper = read_paper(official(question("1", f"Kent u dit?{note('1', f'Krant, {link}.')}")))
    assert [(remark.rule, remark.text) for remark in paper.remarks] == [
        (FindingRule.UNUSABLE_ADDRESS, "https://example.org/a%zz?x=[1]#b#c")
    ]
    (found,) = paper.question_notes
    assert (found.text, found.markup) == ("Krant, example.org.", None)


def test_escaped_markup_and_compatibility_characters_are_text() -> None:
    words = "&lt;al&gt;echt&lt;/al&gt; &amp;amp; 5 m² of ½ CO₂ bij de part\u0133 ge\u00admeente"
    found = read_paper(official(question("1", words))).questions[0].text.text
    assert found == "<al>echt</al> &amp; 5 m² of ½ CO₂ bij de part\u0133 ge\u00admeente"


def test_a_reply_may_name_nobody() -> None:
    replied = REPLIED.replace(REPLIED[8 : REPLIED.index("(ontvangen")], " ")
    paper = read_paper(official(question("1", "a"), answer("1", "b"), replied=replied))
    assert (paper.kind, paper.answerers) == (PaperKind.ANSWER, ())
    assert [(remark.rule, remark.text) for remark in paper.remarks] == [
        (FindingRule.HEADING_NOT_UNDERSTOOD, "Antwoord (ontvangen 1 oktober 2030).")
    ]


def test_a_link_to_a_paper_is_text_and_no_address() -> None:
    link = '<extref doc="kst-36600-XII-99" soort="document">36 600 XII, nr. 99</extref>'
    paper = read_paper(official(question("1", f"Kent u motie {link}?"), answer("1", "Ja.")))
    assert (paper.questions[0].text.text, paper.questions[0].text.markup, paper.remarks) == (
        "Kent u motie 36 600 XII, nr. 99?",
        None,
        (),
    )


@every_case(
    ("paper", "problem"),
    [
        (official(*(question("1", "a") for _ in range(10_000))), "more than 2,000 questions"),
        (official(question("1", f"a{note('1', 'b' * 1_000_000)}")), "more than 400,000 characters"),
        (official(question("1", "<nadruk>" * 5_000 + "a" + "</nadruk>" * 5_000)), "broken XML"),
        (official(question("1", "a\0b")), "broken XML"),
        (official(question("1", "a"), asked="(a) aan " * 48_000), "characters in a description"),
        (official(question("1 t/m 9999, " * 50, "a")), "characters in the number of a part"),
        (official(question("1", "a"), number="1" * 41), "characters in the number of a paper"),
    ],
)
def test_a_paper_that_is_too_large_is_held_back_in_one_line(paper: str, problem: str) -> None:
    with pytest.raises(ReadError, match=problem) as raised:
        read_paper(paper)
    assert "\n" not in str(raised.value)


@every_case(
    "paper",
    [
        lambda size: official(*(question(str(n), f"a{note(str(n), 'b')}") for n in range(size))),
        lambda size: official(*(f"<al>x</al>{question('1', 'a')}" for _ in range(size))),
        lambda size: official(question("1", f"a{note('1', *('woord ' * 9 for _ in range(size)))}")),
        lambda size: _in_table(
            "<colspec colname='c'/>" * size
            + "<tbody><row>"
            + "<entry namest='c' nameend='c'>a</entry>" * size
            + "</row></tbody>"
        ),
        lambda size: official(question("1", "a"), replied="Antwoord van " + "Minister A, " * size),
    ],
)
def test_reading_takes_time_in_proportion_to_the_size(paper: Callable[[int], str]) -> None:
    small, large = (counted_calls(partial(read_paper, paper(size)))[1] for size in (50, 200))
    assert large <= 4.5 * small
