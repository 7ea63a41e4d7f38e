"""Papers about one case that have no number in common."""

from datetime import date
from itertools import permutations

import pytest
from msgspec.structs import replace

from kv2rdf.linking.cases.unnumbered_papers import assign_cases
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, NumberedPart, Paper
from tests.papers import paper, part

QUESTION = part("Kent u het bericht over de regen op de markt van Hoogwoud?", "1")
NOTICE = paper(
    "KVR1", PaperKind.NOTICE, cases=(), annex="90", questions=(QUESTION,), notice="Later."
)
ANSWER = paper("KVR2", PaperKind.ANSWER, cases=(), annex="120", questions=(QUESTION,))
OTHER_TITLE = replace(ANSWER, title="Vragen over regen")
REFERRING = replace(OTHER_TITLE, see_also=("zie ook Aanhangsel Handelingen nr. 90",))


def assigned(papers: list[Paper]) -> list[tuple[str, tuple[tuple[str, ...], ...], list[str]]]:
    """Return the key of each paper with the cases and the rules that it is assigned."""
    return [
        (p.source.key, p.cases, [remark.rule for remark in p.remarks]) for p in assign_cases(papers)
    ]


def test_a_notice_and_an_answer_with_one_title_and_day_are_one_case() -> None:
    case = (("ah-tk-20042005-120",),)
    for papers in permutations([NOTICE, ANSWER]):
        assert sorted(assigned(list(papers))) == [
            ("KVR1", case, ["zaak-volgens-titel"]),
            ("KVR2", (), []),  # Its own number is that of the case.
        ]


def test_an_answer_and_the_notice_it_refers_to_are_one_case() -> None:
    (_, case, rules), _ = assigned([NOTICE, REFERRING])
    assert (case, rules) == ((("ah-tk-20042005-120",),), ["zaak-volgens-verwijzing"])


SECOND = part("Hoe vaak heeft het dit jaar geregend op de markt van Hoogwoud?", "2")
THIRD = part("Bent u bereid een dak over de markt van Hoogwoud te leggen?", "3")
OWN = part("Is de dijk bestand tegen een storm als deze?", "2")
ASKER = (Mention(printed="Akker", name="Akker"),)


def asking(one: Paper, *questions: NumberedPart) -> Paper:
    return replace(
        one, questions=questions, askers=ASKER, dated=date(2005, 3, int(one.source.key[3:]))
    )


def test_papers_with_the_same_questions_but_other_titles_are_one_case() -> None:
    notice = asking(NOTICE, QUESTION, SECOND, THIRD)
    misread = part("Hoe vaak heeft het dit jaar geregend op de markt van Hoogwond?", "2")
    answer = asking(OTHER_TITLE, QUESTION, misread)
    (_, case, rules), _ = assigned([notice, answer])
    assert (case, rules) == ((("ah-tk-20042005-120",),), ["zaak-volgens-vragen"])


@pytest.mark.parametrize(
    ("questions", "is_one_case"),
    [
        ((QUESTION, SECOND, OWN), True),
        ((QUESTION, OWN), False),
        ((QUESTION, OWN, part("Wie betaalt de dijk van Hoogwoud dan?", "3")), False),
    ],
)
def test_two_thirds_of_the_questions_of_the_shorter_paper_make_one_case(
    *, questions: tuple[NumberedPart, ...], is_one_case: bool
) -> None:
    notice = asking(NOTICE, QUESTION, SECOND, THIRD)
    (_, case, _), _ = assigned([notice, asking(OTHER_TITLE, *questions)])
    assert bool(case) == is_one_case


def test_papers_of_other_askers_or_one_day_or_with_few_common_questions_stay_apart() -> None:
    notice = asking(NOTICE, QUESTION, SECOND, THIRD)
    answer = asking(OTHER_TITLE, QUESTION, SECOND, THIRD)
    own = (part("Is de dijk bestand tegen een storm?", "1"), part("Wie betaalt de dijk dan?", "2"))
    for other in (
        replace(answer, askers=()),
        replace(answer, dated=notice.dated),
        replace(answer, questions=(QUESTION, *own)),
        replace(answer, tabled=date(2005, 2, 6)),
    ):
        assert [case for _, case, _ in assigned([notice, other])] == [(), ()]


def test_a_notice_about_questions_of_two_members_goes_with_one_of_them() -> None:
    notice = replace(asking(NOTICE, QUESTION, SECOND), see_also=())
    first = replace(asking(ANSWER, QUESTION), see_also=())
    other = paper("KVR3", PaperKind.ANSWER, cases=(), annex="121", see_also=REFERRING.see_also)
    second = asking(other, SECOND)
    assert [case for _, case, _ in assigned([notice, first, second])] == [
        (("ah-tk-20042005-120",),),
        (),
        (),
    ]


def test_a_title_is_stronger_than_a_reference() -> None:
    referring = replace(REFERRING, cases=(("2040509440",),))
    titled = replace(ANSWER, cases=(("2040509430",),))
    for papers in permutations([NOTICE, referring, titled]):
        cases = {p.source.key + str(p.annex_number): p.cases for p in assign_cases(list(papers))}
        assert cases["KVR1" + str(NOTICE.annex_number)] == (("2040509430",),)


def test_the_number_that_one_paper_prints_is_assigned_to_all() -> None:
    numbered = replace(ANSWER, cases=(("2040509430",),))
    assert assigned([NOTICE, numbered]) == [
        ("KVR1", (("2040509430",),), ["zaak-volgens-titel"]),
        ("KVR2", (("2040509430",),), []),
    ]


def test_papers_about_other_questions_stay_apart() -> None:
    asks = part("Is de dijk van Hoogwoud bestand tegen een storm als deze?", "1")
    for other in (
        replace(ANSWER, questions=(asks,)),
        replace(REFERRING, questions=(asks,)),
        OTHER_TITLE,
        replace(ANSWER, tabled=date(2005, 2, 6)),
        replace(ANSWER, questions=(part("Zo ja?", "1"),)),
    ):
        assert [case for _, case, _ in assigned([NOTICE, other])] == [(), ()]


def test_papers_with_numbers_of_their_own_stay_apart() -> None:
    first, second = (
        replace(p, cases=((number,),))
        for p, number in ((NOTICE, "2040509430"), (ANSWER, "2040509440"))
    )
    assert assign_cases([first, second]) == [first, second]
    between = replace(ANSWER, annex_number=None)
    assert [p.cases for p in assign_cases([first, second, between])][2] == ()


def test_an_edition_that_was_replaced_stays_apart() -> None:
    asks = part("Is de dijk van Hoogwoud bestand tegen een storm als deze?", "1")
    reprint = replace(ANSWER, edition=1, questions=(asks,), tabled=date(2005, 2, 8))
    assert [p.cases for p in assign_cases([NOTICE, ANSWER, reprint])] == [(), (), ()]
