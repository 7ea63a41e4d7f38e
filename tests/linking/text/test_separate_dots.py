"""A diaeresis that is printed after its vowel is put above it."""

from kv2rdf.linking.text.broken_words import with_rejoined_text
from kv2rdf.linking.text.separate_dots import with_dots_above
from kv2rdf.model.kinds import PaperKind, SourceKind
from tests.every_case import every_case
from tests.linking.dossiers import dossier
from tests.papers import paper, part


@every_case(
    ("printed", "repaired"),
    [
        ("geı¨nformeerd over Somalie¨", "geïnformeerd over Somalië"),
        ("De coo¨rdinatie, de zeee¨n, Belgie¨.", "De coördinatie, de zeeën, België."),
        ("U¨ber, Israe¨l, Moi¨se, Saa¨r", "Über, Israël, Moïse, Saär"),
    ],
)
def test_a_separate_diaeresis_is_put_above_its_vowel(printed: str, repaired: str) -> None:
    assert with_dots_above(printed) == repaired
    assert with_dots_above(repaired) is None


@every_case(
    "printed", ["de foto´s", "prive´", "financiële", "s¨", " ¨", "¨a", "a ¨", "daı", "facade c¸a"]
)
def test_any_other_mark_is_left_unchanged(printed: str) -> None:
    assert with_dots_above(printed) is None


def test_texts_of_papers_that_are_not_scanned_are_repaired() -> None:
    answer = paper("KVR1", PaperKind.ANSWER, annex="9", questions=(part("Somalie¨?", "1"),),
                   answers=(part("Ja.", "1"), part("De finan- cie¨n.", "2")))  # fmt: skip
    found = dossier(answer)
    texts = [p.rejoined_text for d in (found.questions, *found.answers) for p in d.parts]
    assert texts == ["Somalië?", None, "De finan- ciën."]
    assert [p.text.text for p in found.questions.parts] == ["Somalie¨?"]


def test_a_notice_is_repaired_and_a_scan_is_not() -> None:
    notice = paper("KVR1", PaperKind.NOTICE, annex="9", notice="Financie¨n heeft uitstel.")
    (found,) = dossier(notice).notices
    assert found.rejoined_text == "Financiën heeft uitstel."
    scan = paper("SG1", PaperKind.NOTICE, annex="9", notice="Financie¨n.",
                 source=SourceKind.KVR_SCAN)  # fmt: skip
    (scanned,) = dossier(scan).notices
    assert scanned.rejoined_text is None
    assert with_rejoined_text(scanned) == scanned
