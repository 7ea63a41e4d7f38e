"""A reply is cited by its chamber, session, number and pages in the Aanhangsel."""

from msgspec.structs import replace

from kv2rdf.linking.documents.printed_citation import printed_citation
from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import AnnexNumber, Paper
from tests.every_case import every_case
from tests.linking.dossiers import dossier
from tests.papers import paper


def answer(session: str, number: str, **values: object) -> Paper:
    """Return an answer with this number in the Aanhangsel."""
    number_in_annex = AnnexNumber(session=session, number=number)
    return replace(paper("KVR1", PaperKind.ANSWER), annex_number=number_in_annex, **values)


@every_case(
    ("printed", "citation"),
    [
        (
            answer("19941995", "481", pages="981-982"),
            "Aanhangsel Handelingen II 1994/95, nr. 481, p. 981-982",
        ),
        (answer("20212022", "1881"), "Aanhangsel Handelingen II 2021/22, nr. 1881"),
        (answer("19992000", "7", pages="13"), "Aanhangsel Handelingen II 1999/2000, nr. 7, p. 13"),
        (
            answer("19901991", "14", chamber=Chamber.EK, edition=1),
            "Aanhangsel Handelingen I 1990/91, nr. 14 (herdruk)",
        ),
        (paper("KVR1", PaperKind.ANSWER), None),
    ],
)
def test_a_paper_is_cited_by_its_number(printed: Paper, citation: str | None) -> None:
    assert printed_citation(printed) == citation


def test_a_reply_has_the_citation_of_the_paper_that_is_published() -> None:
    cited = [d.citation for d in dossier(answer("20042005", "9", pages="3")).answers]
    assert cited == ["Aanhangsel Handelingen II 2004/05, nr. 9, p. 3"]
