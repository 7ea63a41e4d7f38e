"""The kind of a reply, which follows from the stated type and the title."""

import pytest

from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.papers import read_paper
from tests.sources.official.metadata_examples import REPLY, metadata_list

A, F, N = PaperKind.ANSWER, PaperKind.FURTHER_ANSWER, PaperKind.NOTICE


@pytest.mark.parametrize(
    ("stated", "title", "kind", "is_certain"),
    [
        ("Antwoord", "Antwoord op vragen van het lid Bos over de sluis", A, True),
        ("Antwoord", "Antwoord vragen Bos over de sluis", A, True),
        ("Antwoord", "Vragen van het lid Bos (XYZ) aan de Minister van Land", A, True),
        ("Antwoord", "Uitstel van executie", A, True),
        ("Nader antwoord", "Nader antwoord op vragen van het lid Bos", F, True),
        ("Mededeling", "Uitstel beantwoording vragen van het lid Bos", N, True),
        ("Antwoord", "Uitstel beantwoording vragen van het lid Bos", N, False),
        ("Antwoord", "Intrekking vragen van het lid Bos", N, False),
        ("Antwoord", "Mededeling van Minister Mos (Land)", N, False),
        ("Antwoord", "Nader antwoord op vragen van het lid Bos", F, False),
        ("Mededeling", "Antwoord op vragen van het lid Bos", N, False),
        ("Mededeling", "Antwoord van Minister Mos (Land)", A, False),
        ("Nader antwoord", "Antwoord op vragen van het lid Bos", F, False),
        (("Antwoord", "Mededeling"), "Vragen van het lid Bos", N, False),
        (None, "Antwoord op vragen van het lid Bos", A, True),
        (None, "Uitstel beantwoording vragen van het lid Bos", N, True),
        (None, "Vragen van het lid Bos", A, False),
    ],
)
def test_the_kind_of_a_reply(
    stated: str | tuple[str, ...] | None, title: str, kind: PaperKind, *, is_certain: bool
) -> None:
    types = (stated,) if isinstance(stated, str) else stated or ()
    text = metadata_list(REPLY, type=(*types, "Aanhangsel van de Handelingen"), title=title)
    paper = read_paper(text)
    assert paper.kind is kind
    expected = [] if is_certain else [(FindingRule.KIND_NOT_CERTAIN, " | ".join((*types, title)))]
    assert [(remark.rule, remark.text) for remark in paper.remarks] == expected


@every_case(
    "types",
    [
        ("Kamervragen (Aanhangsel)",),
        ("KAMERVRAGEN (aanhangsel)", "antwoord"),
        ("Aanhangsel van de handelingen",),
        (),
    ],
)
def test_old_types_and_other_letter_cases_are_known(types: tuple[str, ...]) -> None:
    assert read_paper(metadata_list(REPLY, type=types)).kind is A


@pytest.mark.parametrize("name", ["Kamervragen (Aanhangsel)", None])
def test_without_any_type_the_identifier_decides(name: str | None) -> None:
    paper = read_paper(metadata_list(REPLY, type=None, publicationName=name))
    assert (paper.kind, paper.remarks) == (A, ())


@every_case(
    ("title", "questions"),
    [
        ("Antwoord op vragen van het lid Bos", "Vragen van het lid Bos"),
        ("Nader antwoord op vragen van het lid Bos", "Vragen van het lid Bos"),
        ("Antwoord vragen Bos over de sluis", "Vragen Bos over de sluis"),
        ("Antwoorden op de vragen van de leden Bos", "De vragen van de leden Bos"),
        ("Uitstel beantwoording vragen van het lid Bos", "Vragen van het lid Bos"),
        ("Uitstel van de beantwoording van de vragen van Bos", "Vragen van Bos"),
        ("Intrekking van de vragen van het lid Bos", "Vragen van het lid Bos"),
        ("Antwoord van de minister", None),
        ("Vragen van het lid Bos", None),
    ],
)
def test_the_title_of_the_questions_is_in_that_of_the_reply(
    title: str, questions: str | None
) -> None:
    assert read_paper(metadata_list(REPLY, title=title)).short_title == questions
