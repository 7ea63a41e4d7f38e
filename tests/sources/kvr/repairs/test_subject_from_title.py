"""The subject of a paper whose words a scan has broken."""

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.kvr_document import document, items
from tests.papers import read_paper

VERY_LONG = "de honing van de bijen in de korven " * 8


def read(printed: str, title: str) -> Paper:
    """Read a paper with this printed subject, and this title in the library's record."""
    record = items(Bibliografische_omschrijving=title)
    return read_paper(document(record=record, subject=printed))


@every_case(
    ("printed", "end", "subject"),
    [
        ("honing in contai- ners.", "honing in containers.", "honing in containers."),
        ("honing in contai– ners.", "honing in containers.", "honing in containers."),
        ("honing in 1 9 8 5 - 1 9 8 6.", "honing in 1985-1986.", "honing in 1985-1986."),
        ("de in- en uitvoer van ho- ning.", "de in- en uitvoer van honing.",
         "de in- en uitvoer van honing."),
        ("korven uit Oost– Friesland", "korven uit Oost-Friesland.", "korven uit Oost-Friesland."),
        ("honing in contai- ners.", "honing in containers. (Ingezonden 5 mei 1985); Antwoord",
         "honing in containers."),
        ("de hon/ng in contai- ners.", "de honing in containers.", "de honing in containers."),
        ("vragen over ho- ning", "vragen over honing", "vragen over honing"),
        (f"{VERY_LONG}ho- ning", f"{VERY_LONG}honing", f"{VERY_LONG}honing"),
    ],
)  # fmt: skip
def test_a_subject_with_broken_words_is_taken_from_the_title(
    printed: str, end: str, subject: str
) -> None:
    paper = read(printed, f"Vragen van het lid Van Voorbeeld (ABC) over {end}")
    assert paper.short_title == subject
    assert paper.remarks == (
        Remark(
            rule=FindingRule.SUBJECT_FROM_TITLE,
            location="vraagdata/@onderwerp",
            part=PartKind.QUESTION,
            ordinal=None,
            text=printed,
        ),
    )


@every_case(
    ("printed", "title"),
    [
        ("honing in containers", "Vragen over honing in containers."),
        ("in- en uitvoer", "Vragen over in-en uitvoer"),
        ("honing in contai- ners", "Vragen over honing in contai- ners"),
        ("honing in contai- ners", "Vragen over het weer"),
        ("honing in contai- ners", "Vragen inzake"),
        ("honing in contai- ners", "honing in containers"),
        (f"{VERY_LONG}hon/ng in contai- ners", f"Vragen over {VERY_LONG}honing in containers"),
    ],
)
def test_any_other_subject_is_left_as_printed(printed: str, title: str) -> None:
    paper = read(printed, title)
    assert paper.short_title == printed
    assert not paper.remarks
