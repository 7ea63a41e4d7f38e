"""The askers, as listed by the edition and as named in the title."""

import pytest

from kv2rdf.model.paper import Mention, Paper
from kv2rdf.sources.phrases.askers import askers_named_in
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.kvr_scan import question_texts, read_scan, remark_texts
from tests.papers import read_paper


@every_case(
    ("heading", "askers"),
    [
        ("Vragen van het lid Bij (ABC) over honing", [("Bij", "ABC")]),
        ("Vragen van de leden Bij en Raat (beiden ABC) aan de minister van Zaken over honing",
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("Vragen van de leden Bij, Raat en Was (allen ABC) en Korf (D.E.F.) inzake honing",
         [("Bij", "ABC"), ("Raat", "ABC"), ("Was", "ABC"), ("Korf", "D.E.F.")]),
        ("Vragen van de leden Bij (ABC), Raat (DEF), en Korf (GHI) omtrent honing",
         [("Bij", "ABC"), ("Raat", "DEF"), ("Korf", "GHI")]),
        ("Vragen van de leden Bij en Raat beiden (ABC) over honing",
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("Vragen van het lid Bij ((ABC) over honing", [("Bij", "ABC")]),
        ("Vragen van de leden Bij en Raat (beiden (ABC) over honing",
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("Vragen van het lid Bij (((ABC) over honing", []),
        ("Vragen van de heer Bij (A . B . C .)", [("Bij", "A.B.C.")]),
        ("Nadere vragen van mevrouw B i j (ABC) en de heer Raat (DEF) over honing",
         [("Bij", "ABC"), ("Raat", "DEF")]),
        ("Vragen van de leden Bij (ABC) Raat (DEF),Korf (GHI]. en het lid Was (beiden (ABC) aan "
         "over honing",
         [("Bij", "ABC"), ("Raat", "DEF"), ("Korf", "GHI"), ("Was", "ABC")]),
        ("Vragen van de leden Bij; Raat en Was (allen ABC) en de leden Korf en Iep (beiden DEF)",
         [("Bij", "ABC"), ("Raat", "ABC"), ("Was", "ABC"), ("Korf", "DEF"), ("Iep", "DEF")]),
        ("Vragen van de de leden Bij en Raat (beiden ABC) aan ministers van Zaken en van Land",
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("Interpellatievragen door de leden Bij (ABC) en Raat (DEF), op 3 mei 2001 medegedeeld",
         [("Bij", "ABC"), ("Raat", "DEF")]),
        ("Vragen gesteld door het lid Bij (ABC)aan de minister", [("Bij", "ABC")]),
        ("van de heer Bij (ABC) inzake honing", [("Bij", "ABC")]),
        ("Vragen van het lid Bij (ABC) overeen korf (Ingezonden 25 november 1985)", []),
        ("Vragen van de de de leden Bij en Raat (beiden ABC)", []),
        ("Vragen van het lid Bij (Lijst 198) over honing", [("Bij", "Lijst 198")]),
        ("Vragen van het lid Bij (Lijst 1985) over honing", []),
        ("Vragen van het Lid Bij (A.B.C. over honing", [("Bij", "A.B.C.")]),
        ("Vragen van de kamerleden Bij en Raat (beiden A.B.C. over honing",
         [("Bij", "A.B.C."), ("Raat", "A.B.C.")]),
        ("Vragen van de leden Bij (A.B.C. en Raat (DEF) over honing",
         [("Bij", "A.B.C."), ("Raat", "DEF")]),
        ("Vragen van de leden Bijen. Van Raat (beiden ABC) en A. Was (DEF) over honing",
         [("Bijen", "ABC"), ("Van Raat", "ABC"), ("A. Was", "DEF")]),
        ("Vragen van de leden Bij )A.B.C.) en Raat D66) over honing",
         [("Bij", "A.B.C."), ("Raat", "D66")]),
        ("Vragen van de leden Bij (A.B.C.j, Raat (DEF/ en Was jGroen Links) over honing",
         [("Bij", "A.B.C."), ("Raat", "DEF"), ("Was", "Groen Links")]),
        ("Vragen van de leden Bij (A.B.C.( en Raat (D66J over honing",
         [("Bij", "A.B.C."), ("Raat", "D66")]),
        ("Vragen van de leden Bij en Raat (ABC) beiden en Was (D'66)¹ over honing",
         [("Bij", "ABC"), ("Raat", "ABC"), ("Was", "D'66")]),
        ("Vragen van de leden Bij (beiden ABC) om honing", [("Bij", "ABC")]),
        ("Vragen van de leden Bij en Raat (alllen A.B.C.) over honing",
         [("Bij", "A.B.C."), ("Raat", "A.B.C.")]),
        ("Vragen van de leden E, van Bij (ABC) en Raat (DEF) over honing", []),
        ("Vragen van het lid Bij over honing", []),
        ("Vragen van het lid Bij (ABC), Raat over honing", []),
        ("Antwoord van minister Kade (Marktzaken)", []),
    ],
)  # fmt: skip
def test_a_heading_names_the_askers_with_their_parties(
    heading: str, askers: list[tuple[str, str]]
) -> None:
    expected = [Mention(printed=name, name=name, party=party) for name, party in askers]
    assert askers_named_in(heading) == tuple(expected)


def read_with_title(names: str, *askers: tuple[str, str]) -> Paper:
    """Read a paper with these names in its title, and these askers in its list."""
    title = f"Vragen van {names} aan de minister van Marktzaken over honing."
    listed = "".join(f'<vrager partij="{party}">{name}</vrager>' for name, party in askers)
    return read_paper(document(record=items(Bibliografische_omschrijving=title), askers=listed))


@every_case(
    ("names", "listed", "askers"),
    [
        ("de leden Van Bij, Raat (beiden ABC) en Korf (DEF)", [("Van Bij Raat Korf", "")],
         [("Van Bij", "ABC"), ("Raat", "ABC"), ("Korf", "DEF")]),
        ("de leden Bij en Raat (beiden ABC)", [("Bij en Raat", "ABC")],
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Raat", "DEF")], [("Bij", "ABC"), ("Raat", "DEF")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Bij (ABC)", "DEF"), ("Raat", "DEF")],
         [("Bij", "ABC"), ("Raat", "DEF")]),
        ("het lid A. de Bij (ABC)", [("Bij A., de", "")], [("A. de Bij", "ABC")]),
        ("het lid Bij ((ABC)", [("Bij(", "ABC")], [("Bij", "ABC")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Bij", ""), ("Raat", "DEF")],
         [("Bij", "ABC"), ("Raat", "DEF")]),
        ("de leden Bij (A.B.C.) en A. Raat (D.E.F.)", [("Bij", "ABC"), ("Raat A.", "")],
         [("Bij", "ABC"), ("A. Raat", "D.E.F.")]),
        ("de leden Bij (ABC) en A. Raat (DEF)", [("Bij", "GHI"), ("Raat A.", "")],
         [("Bij", "ABC"), ("A. Raat", "DEF")]),
        ("de leden Van Bijen (ABC) en Raat (DEF)", [("Van Bi-jen", ""), ("Raat", "")],
         [("Van Bi-jen", "ABC"), ("Raat", "DEF")]),
        ("de leden Nypels (ABC) en Raat (D.E.F.)", [("Nijpels", ""), ("Raat", "DEF")],
         [("Nijpels", "ABC"), ("Raat", "DEF")]),
        ("de leden Bij-de Raat en Was (beiden ABC)", [("de Raat", ""), ("Was", ""), ("Bij", "")],
         [("Bij-de Raat", "ABC"), ("Was", "ABC")]),
        ("de leden Was, Bij en Raat (allen ABC)", [("Bij en Raat", ""), ("Was", "")],
         [("Was", "ABC"), ("Bij", "ABC"), ("Raat", "ABC")]),
        ("de leden Bij en Raat (beiden A.B.C.)", [("Bij en Raat", "beiden ABC")],
         [("Bij", "A.B.C."), ("Raat", "A.B.C.")]),
        ("de leden Bij en Raat (beiden ABC)", [("Bij", "ABC"), ("Raat", "ABC"), ("Bij", "ABC")],
         [("Bij", "ABC"), ("Raat", "ABC")]),
        ("de leden Bij (A.B.C.) en Raat (D.E.F.)", [("Bij", ""), ("Bij", "")],
         [("Bij", "A.B.C."), ("Raat", "D.E.F.")]),
        ("de leden Bij en Raat (beiden ABC)",
         [("Bij", "DEF"), ("Raat", "DEF"), ("Bij", "ABC"), ("Raat", "ABC")],
         [("Bij", "ABC"), ("Raat", "ABC")]),
    ],
)  # fmt: skip
def test_the_title_decides_if_it_has_more(
    names: str, listed: list[tuple[str, str]], askers: list[tuple[str, str]]
) -> None:
    paper = read_with_title(names, *listed)
    assert [(asker.name, asker.party) for asker in paper.askers] == askers
    (remark,) = paper.remarks
    assert remark.rule == "indiener-uit-titel"
    assert remark.text == ", ".join(
        f"{name} ({party})" if party else name for name, party in listed
    )


@every_case(
    ("names", "listed"),
    [
        ("het lid Bij (ABC)", [("Bij", "ABC")]),
        ("het lid Bij (ABC)", [("Bij", "DEF")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Korf", "ABC")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Raat", "DEF"), ("Bij", "ABC"), ("Korf", "GHI")]),
        ("de leden Bij (ABC) en Raat (DEF)", [("Bij", "ABC"), ("Korf", "GHI"), ("Bij", "ABC")]),
        ("het lid Bij", [("Bij", ""), ("Bij", "")]),
        ("het lid Bij", [("Bij", "")]),
        ("de leden Bijen (ABC) en Raat (DEF)", [("Bij", ""), ("Raat", "DEF")]),
        ("het lid Raat (ABC)", [("Raad", "")]),  # three of four letters: not similar enough
        ("het lid Bij (ABC)", []),
    ],
)
def test_the_list_is_kept_if_the_title_has_other_names_or_no_more_names(
    names: str, listed: list[tuple[str, str]]
) -> None:
    paper = read_with_title(names, *listed)
    assert [(asker.name, asker.party or "") for asker in paper.askers] == listed
    assert paper.remarks == ()


@every_case("word", ["over", "inzake", "betreffende", "omtrent"])
def test_a_listed_name_ends_before_the_subject_in_the_title(word: str) -> None:
    title = f"Vragen van de leden Raat en Van Bij {word} een voorlopige regeling van honing."
    last = f"Van Bij {word} een voorlo-pige regeling"

    def listed_names(title: str) -> list[str]:
        listed = f'<vrager partij="">Raat</vrager><vrager partij="">{last}</vrager>'
        record = items(Bibliografische_omschrijving=title)
        paper = read_paper(document(record=record, askers=listed))
        assert remark_texts(paper, "indiener-uit-titel") == (
            [] if last in [asker.printed for asker in paper.askers] else [f"Raat, {last}"]
        )
        return [asker.printed for asker in paper.askers]

    assert listed_names(title) == ["Raat", "Van Bij"]
    assert listed_names(title.replace("regeling", "honing")) == ["Raat", last]


@pytest.mark.parametrize(("letters", "party"), [(25, "ABC"), (24, None)])
def test_names_are_similar_if_more_than_three_quarters_of_their_letters_agree(
    letters: int, party: str | None
) -> None:
    name = "Voorbeeldenburgermiddelwoudestein"  # 33 letters
    listed = name[:letters] + "q" * (33 - letters)
    (asker,) = read_with_title(f"het lid {name} (ABC)", (listed, "")).askers
    assert (asker.name, asker.party) == (listed, party)


@every_case(
    "who", ["het lid", "het Kamerlid", "de leden", "de heer", "de heren", "de dames", "mevrouw"]
)
@every_case("word", ["Vragen", "Vraag"])
def test_a_heading_names_its_askers_with_any_title_of_address(word: str, who: str) -> None:
    heading = f"{word} van {who} Putten (ABC) over een put. (Ingezonden 3 april 1985)"
    assert [asker.name for asker in askers_named_in(heading)] == ["Putten"]
    paper = read_scan([("127", heading), ("1", "Hoe diep?")])
    assert remark_texts(paper, "opschrift-als-onderdeel") == [f"127 {heading}"]
    assert question_texts(paper) == [(("1",), "Hoe diep?", 1)]


def test_a_party_after_names_run_together_belongs_to_the_last() -> None:
    def parties(title: str) -> list[str | None]:
        listed = "".join(f'<vrager partij="ABC">{name}</vrager>' for name in ("Van Bij", "Raat"))
        record = items(Bibliografische_omschrijving=title)
        paper = read_paper(document(record=record, askers=listed))
        lists = [r.text for r in paper.remarks if r.rule == "indiener-uit-titel"]
        assert lists == (["Van Bij (ABC), Raat (ABC)"] if None in parties_of(paper) else [])
        return parties_of(paper)

    def parties_of(paper: Paper) -> list[str | None]:
        return [asker.party for asker in paper.askers]

    assert parties("Van BijRaat (ABC) over honing") == [None, "ABC"]
    assert parties("Van BijRaat (beiden ABC) over honing") == ["ABC", "ABC"]
    assert parties("Van BijRaatWas (ABC) over honing") == ["ABC", "ABC"]
