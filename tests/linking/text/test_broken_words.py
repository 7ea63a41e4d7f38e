"""Words of a scan that are broken at the end of a line, or spaced out."""

from kv2rdf.linking.documents.reply_document import reply_document
from kv2rdf.linking.text.broken_words import rejoin, with_rejoined_text
from kv2rdf.model.kinds import PaperKind, SourceKind
from tests.every_case import every_case
from tests.papers import paper, part, person_matcher


@every_case(
    ("printed", "whole"),
    [
        ("de behande- ling van straf- zaken.", "de behandeling van strafzaken."),
        ("behan– deling", "behandeling"),
        ("Volks– gezond– heid", "Volksgezondheid"),
        ("de EG-landbouw- politiek", "de EG-landbouwpolitiek"),
        ("finan- ciële en indivi- duele", "financiële en individuele"),
        ("de ambte- naar en de vastgeleg- de regel", "de ambtenaar en de vastgelegde regel"),
        ("Er w o r d t gezegd: W o r d t het?", "Er wordt gezegd: Wordt het?"),
        ("Acht u of A c h t u dat o m het te doen?", "Acht u of Acht u dat om het te doen?"),
        (
            "20 mei j l . en mei j l ; in 1 9 8 8 - 1 9 8 9 .",
            "20 mei jl. en mei jl ; in 1988 - 1989 .",
        ),
        ("vragen 1 e n 2 («w e t »)", "vragen 1 en 2 («wet »)"),
    ],
)
def test_a_broken_or_spaced_word_is_rejoined(printed: str, whole: str) -> None:
    assert rejoin(printed) == whole
    assert rejoin(whole) is None


@every_case(
    "printed",
    [
        "land- en tuinbouw, in- of uitvoer, meer- dan minderwerk",
        "zowel milieu- als energiebeleid, loon- c.q. prijsbeleid, aan- resp. afvoer",
        "Zuid- Afrika en de Staten– Generaal",
        "de NAVO- landen en de AOW- uitkering",
        "de procureur- generaal, de minister- president en een proces- verbaal",
        "sociaal- economisch, fysisch- chemische en financieel- economische",
        "macro- economie, niet- leden en vice- voorzitter",
        "rente- inkomsten, radio- omroep, zee- egel",
        "het was – zo bleek – niet waar, dat - zo zegt hij - niet",
        "een 2- jarige van 3– 4 jaar, groep a- b",
        "lid A B C, B V en m g",
        "in 1 9 8 8 7 of 2 1 9 8 8, tabel 1 5 4 8 en 1.1 9 8 8",
        "een gewone tekst zonder iets",
    ],
)
def test_a_word_stays_where_the_hyphen_or_space_may_belong_to_it(printed: str) -> None:
    assert rejoin(printed) is None


@every_case(
    ("printed", "whole"),
    [
        ("in- dien", "indien"),
        ("a- dien", None),
        ("behande- le", "behandele"),
        ("behande- l", None),
        ("XY" + "y" * 58 + "- zaken", None),
        ("XY" + "y" * 59 + "- zaken", "XY" + "y" * 59 + "zaken"),
    ],
)
def test_each_part_of_a_broken_word_has_two_letters_and_60_are_compared(
    printed: str, whole: str | None
) -> None:
    assert rejoin(printed) == whole


def test_only_scans_have_their_words_rejoined() -> None:
    for kind in set(SourceKind) - {SourceKind.UNKNOWN, SourceKind.IDENTIFIER_LIST}:
        answer = paper("KVR1", PaperKind.ANSWER, source=kind, answers=(part("straf- zaken", "1"),))
        document = with_rejoined_text(
            reply_document([answer], ["2040509430"], (), "", person_matcher().index)
        )
        expected = "strafzaken" if kind is SourceKind.KVR_SCAN else None
        assert [found.rejoined_text for found in document.parts] == [expected]
        assert [found.text.text for found in document.parts] == ["straf- zaken"]
