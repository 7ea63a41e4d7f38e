"""The addressees of questions, and other words in the field for the addressee."""

from kv2rdf.model.kinds import PartKind
from kv2rdf.model.paper import Mention, Remark
from kv2rdf.model.rules import FindingRule
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper


def read(field: str) -> tuple[list[str | None], list[str | None]]:
    """Return the offices of the addressees, and the quoted fields, of a document."""
    paper = read_paper(document(addressees=f"<vraagt-aan>{field}</vraagt-aan>"))
    rule = FindingRule.TEXT_IN_ADDRESSEE
    assert all(addressee.printed == field for addressee in paper.addressees)
    return (
        [addressee.office for addressee in paper.addressees],
        [remark.text for remark in paper.remarks if remark.rule is rule],
    )


@every_case(
    "office",
    [
        "de minister van Justitie",
        "de minister-president",
        "de ministers van VWS en Justitie",
        "de M i n i s t e r v a n Verkeer en Waterstaat",
        "de staats- secretaris van Marktzaken (Europese Zaken), mevrouw Kade,",
        "beide staatssecretarissen van Marktzaken",
        "de minsters van Financiën en voor Marktzaken",
        "de staatsecretaris van Justitie",
        "de secretaris van Binnenlandse Zaken",
        "de Buitenlandse Zaken",
    ],
)
def test_the_words_of_an_office_are_the_addressee(office: str) -> None:
    assert read(office) == ([office], [])


@every_case(
    "words",
    [
        "grens",
        "se",
        "(ABC)",
        "en Raat (beiden ABC)",
        "deze Kamer",
        "de ministeries van datgene waartoe de",
        "de secretaris die dit doet",
        "de toenmalige minister van Justitie",
        "- vrage van de minister van Justitie",
        "het lid Bij (ABC)",
        "de korven, waarvan de minister van Justitie zegt dat zij leeg zijn? Antwoord Ja.",
        "de bij (ABC) vraagt: is dat waar? (DEF) aan de minister van Justitie",
        f"{'x' * 100} aan de minister van Justitie",
    ],
)
def test_other_words_are_not_an_addressee_and_are_quoted(words: str) -> None:
    assert read(words) == ([], [words])


@every_case(
    "field",
    [
        "(ABC) aan de minister van Justitie",
        "(allen ABC)) aan de minister van Justitie",
        "en Raat (beiden ABC), Was (DEF) en Van Korf (GHI) aan de minister van Justitie",
        ", Raat en Was (allen ABC) aan de minister van Justitie",
        "aan de minister van Justitie",
        f"{'x' * 99} aan de minister van Justitie",
        "de minister van Justitie van het lid Bij (ABC)",
        "de minister van Justitie van de leden Bij (ABC) en Raat (DEF)",
        "de minister van Justitie inzake de honing",
        "de minister van Justitie naar aanleiding van de honing",
        "de minister van Justitie in aanvulling op vragen",
        "de minister van Justitie op 4 december 2001",
    ],
)
def test_an_office_is_separated_from_words_around_it(field: str) -> None:
    assert read(field) == (["de minister van Justitie"], [])


def test_each_of_several_fields_is_read_alone() -> None:
    fields = "<vraagt-aan>grens</vraagt-aan><vraagt-aan>de minister van Justitie</vraagt-aan>"
    paper = read_paper(document(addressees=fields))
    office = "de minister van Justitie"
    assert paper.addressees == (Mention(printed=office, office=office),)
    assert paper.remarks == (
        Remark(
            rule=FindingRule.TEXT_IN_ADDRESSEE,
            location="vraagdata/vraagt-aan",
            part=PartKind.QUESTION,
            ordinal=None,
            text="grens",
        ),
    )
