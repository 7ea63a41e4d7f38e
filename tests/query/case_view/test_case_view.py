"""A case for readers. Every form contains everything that is printed."""

import html
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from kv2rdf.errors import QueryError, ReleaseError
from kv2rdf.query.case_view.blocks import CasePage, CaseRemark, NoteList, Section
from kv2rdf.query.case_view.case_blocks import case_page
from kv2rdf.query.case_view.case_graph import CaseGraph
from kv2rdf.query.case_view.case_view import CaseView, case_view
from kv2rdf.query.case_view.forms import FORMS, case_text
from kv2rdf.query.case_view.parts import MarkView
from kv2rdf.query.open_release import Release
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.page_words import LANGUAGES, PageWords
from tests.every_case import every_case

SEED = "2022Z00634"
DAY = date(2022, 3, 1)


@pytest.fixture(scope="module")
def release(golden_release: Path) -> Iterator[Release]:
    with Release(golden_release) as opened:
        yield opened


@pytest.fixture(scope="module")
def numbers(golden_release: Path) -> list[str]:
    return sorted(file.stem for file in golden_release.glob("dossiers/*/*.ttl"))


@pytest.fixture(scope="module")
def seed(release: Release) -> CaseView:
    return release.case_view(SEED)


def page_of(case: CaseView, language: str = "nl") -> CasePage:
    """Return the page of a case, without the names of rules."""
    return case_page(case, PageWords(language), {}, DAY)


def words(text: str) -> str:
    return " ".join(text.split())


def test_the_facts_of_the_seed(seed: CaseView) -> None:
    assert seed.address == f"{HOME}/eli/nl/tk/zaak/{SEED}"
    assert seed.identifiers == (SEED, "ah-tk-20212022-1881")
    assert (seed.tabled, seed.due) == (date(2022, 1, 18), date(2022, 2, 8))
    assert (seed.answered, seed.days_to_answer) == (date(2022, 2, 25), 38)
    assert seed.is_answered_in_time is False
    assert [p.as_printed for p in seed.people_in("indiener")] == [
        "Hilde Palland (CDA)",
        "Inge van Dijk (CDA)",
    ]
    assert [p.name for p in seed.people_in("geadresseerde")] == [
        "Hanke Bruins Slot",
        "Dilan Yeşilgöz-Zegerius",
    ]
    assert [(notice.kind, notice.day) for notice in seed.notices] == [
        ("DelayNotice", date(2022, 2, 8))
    ]
    assert [f.rule for f in seed.findings].count("noot-zonder-tekst") == 4


def test_each_question_of_the_seed_is_followed_by_its_answer(seed: CaseView) -> None:
    assert [(part.kind, part.number) for part in seed.parts] == [
        (kind, str(number)) for number in range(1, 8) for kind in ("Question", "Answer")
    ]
    assert [part.refers_to for part in seed.parts if part.refers_to] == [("2",)]


def test_a_joint_answer_follows_the_last_of_its_questions(release: Release) -> None:
    parts = release.case_view("2030412340").parts
    assert [(part.kind, part.number) for part in parts][:3] == [
        ("Question", "1"),
        ("Answer", "1"),
        ("Question", "2"),
    ]
    assert [part.kind for part in parts][3:5] == ["Question", "Answer"]


def test_marks_are_at_their_places(seed: CaseView) -> None:
    ((text, mark),) = seed.parts[0].paragraphs
    assert isinstance(text, str)
    assert text.endswith("gemeenteraadsleden»?")
    assert isinstance(mark, MarkView)
    assert mark.number == "1"
    third = next(p for p in seed.parts if (p.kind, p.number) == ("Answer", "3"))
    before, mark, after = third.paragraphs[0]
    assert isinstance(before, str)
    assert before.endswith("Monitor Integriteit en Veiligheid")
    assert isinstance(after, str)
    assert after.startswith(" uitvoeren.")
    assert [note.number for note in seed.notes] == ["1", "2", "3", "4"]
    assert {note.text for note in seed.notes} == {None}


@every_case(
    ("text", "offsets", "expected"),
    [
        ("Ja.", (3, 3), (("Ja.", "1", "2"),)),
        ("Ja. Nee.", (3, 3), (("Ja.", "1", "2", " Nee."),)),
        ("Ja.\nNee.", (3, 4), (("Ja.", "1"), ("2", "Nee."))),
        ("Ja.\nNee.", (0, 8), (("1", "Ja."), ("Nee.", "2"))),
        ("Ja. Nee.\nToch.", (3, 3), (("Ja.", "1", "2", " Nee."), ("Toch.",))),
        ("Ja.\nNee.\nToch.", (3, 4), (("Ja.", "1"), ("2", "Nee."), ("Toch.",))),
    ],
)
def test_every_mark_is_in_the_paragraph_of_its_place(
    text: str, offsets: tuple[int, int], expected: tuple[tuple[str, ...], ...]
) -> None:
    kv, eli = f"{HOME}/def#", "http://data.europa.eu/eli/ontology#"
    lines = [
        f"<{HOME}/c> a <{kv}Dossier> .",
        f"<{HOME}/d> a <{kv}QuestionDocument> ; <{kv}concernsDossier> <{HOME}/c> ;"
        f" <{eli}work_type> <{HOME}/t> .",
        f'<{HOME}/q> a <{kv}Question> ; <{eli}is_part_of> <{HOME}/d> ; <{kv}text> """{text}""" ;'
        f" <{kv}hasMark> <{HOME}/m1> , <{HOME}/m2> .",
    ]
    for number, offset in enumerate(offsets, start=1):
        lines.append(
            f"<{HOME}/m{number}> <{kv}offset> {offset} ; <{kv}markOf> <{HOME}/n{number}> ."
        )
        lines.append(f'<{HOME}/n{number}> <{eli}number> "{number}" .')
    (part,) = case_view(CaseGraph.parse("\n".join(lines).encode()), f"{HOME}/c", "nl").parts
    assert expected == tuple(
        tuple(piece.number if isinstance(piece, MarkView) else piece for piece in paragraph)
        for paragraph in part.paragraphs
    )


def test_every_printed_text_is_in_the_text_of_its_case(
    release: Release, numbers: list[str]
) -> None:
    rows = release.query(
        "SELECT DISTINCT ?case ?text { ?part kv:text ?text "
        "FILTER NOT EXISTS { ?part a kv:Finding } { ?part kv:concernsDossier ?case } UNION "
        "{ ?part eli:is_part_of/kv:concernsDossier ?case } "
        "OPTIONAL { ?part kv:joinedText ?joined } FILTER(!BOUND(?joined)) }"
    )
    texts: dict[str, list[str]] = {}
    for case, text in rows.rows:  # type: ignore[union-attr] # these are rows
        texts.setdefault(case, []).append(text)
    for number in numbers:
        view = release.case_view(number)
        shown = case_text(page_of(view, "nl"), "text", 88)
        plain = words(re.sub(r"\[[^][ ]{1,3}\]", "", shown))
        for text in texts.pop(view.address, ()):
            assert words(re.sub(r"\[[^][ ]{1,3}\]", "", text)) in plain, (number, text)
    assert texts == {}
    assert len(rows.rows) > 300  # type: ignore[union-attr] # these are rows


@pytest.mark.parametrize(
    ("language", "step"),
    [
        ("nl", 16),
        ("en", 32),
        *(pytest.param(name, 1, marks=pytest.mark.long) for name in LANGUAGES),
    ],
)
def test_every_case_has_a_page_in_every_form(
    release: Release, numbers: list[str], language: str, step: int
) -> None:
    for number in numbers[::step]:
        view = release.case_view(number, language)
        page = page_of(view, language)
        texts = {form: case_text(page, form, 60) for form in FORMS}
        tree = etree.fromstring(texts["html"].partition("\n")[2].encode(), etree.HTMLParser())
        shown = words("".join(tree.itertext()))
        for block in page.blocks:
            if isinstance(block, Section):
                assert block.heading in texts["markdown"].replace("\\", "")
                assert words(block.heading) in shown
                for paragraph in block.paragraphs:
                    assert words("".join(p for p in paragraph[:1] if isinstance(p, str))) in shown
        targets = {f"#{element.get('id')}" for element in tree.iter() if element.get("id")}
        links = {a.get("href") for a in tree.iter("a")}
        assert {link for link in links if link and link.startswith("#")} <= targets
        assert view.title in words(texts["text"]) or words(view.title) in words(texts["text"])


def test_a_list_of_several_offices_is_shown_once(release: Release) -> None:
    text = case_text(page_of(release.case_view("2000109930")), "text", 1000)
    facts = text.partition("Gesteld aan")[2]
    assert facts.count("de ministers van Justitie en van Binnenlandse Zaken") == 1


def test_a_case_that_only_has_a_record_says_so(release: Release, numbers: list[str]) -> None:
    views = [release.case_view(number, "en") for number in numbers]
    (case,) = [v for v in views if v.text_state == "alleen-gegevens"][:1]
    remarks = [b.text for b in page_of(case, "en").blocks if isinstance(b, CaseRemark)]
    assert "Only data about these questions is known, not their text." in remarks


def test_a_note_without_text_says_so(seed: CaseView) -> None:
    (notes,) = [b for b in page_of(seed, "nl").blocks if isinstance(b, NoteList)]
    assert {text for _, text in notes.notes} == {"De tekst van deze noot ontbreekt in de bron."}


def test_what_a_paper_prints_is_never_markup() -> None:
    turtle = (
        f"<{HOME}/x> a <{HOME}/def#Dossier> ; <http://purl.org/dc/terms/title>"
        r' "# <script>alert(1)</script> *a* [b](c) \u001b[31m" .'
    )
    graph = CaseGraph.parse(turtle.encode())
    page = page_of(case_view(graph, f"{HOME}/x", "nl"))
    assert html.escape("<script>") in case_text(page, "html", 80)
    assert "<script>" not in case_text(page, "html", 80)
    assert case_text(page, "markdown", 80).startswith(r"# \# \<script\>alert(1)")
    assert "\x1b" not in case_text(page, "text", 80)


def test_a_damaged_file_is_an_error() -> None:
    with pytest.raises(ReleaseError, match="the file of the case cannot be read"):
        CaseGraph.parse(b"<a:a> <b:b> .")


@pytest.mark.parametrize("identifier", ["ah-tk-20212022-1881", f"{HOME}/eli/nl/tk/zaak/{SEED}"])
def test_any_identifier_of_a_case_leads_to_it(release: Release, identifier: str) -> None:
    assert release.case_view(identifier).number == SEED


def test_an_identifier_of_no_case_is_an_error(release: Release) -> None:
    with pytest.raises(QueryError, match="no case in this release has the identifier"):
        release.case_view("2099Z99999")


def test_a_number_leads_to_its_case_without_a_query(
    golden_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Release(golden_release) as opened:
        monkeypatch.setattr(Release, "query", None)
        assert opened.case_view(SEED).address == f"{HOME}/eli/nl/tk/zaak/{SEED}"


def test_a_file_without_the_case_is_an_error() -> None:
    with pytest.raises(ReleaseError, match="does not contain the case 2022Z1"):
        CaseGraph.parse(b"<a:a> <b:b> <c:c> .").case_address("2022Z1")
