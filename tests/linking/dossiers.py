"""Papers of one case, dossiers made from papers, and their contents."""

from kv2rdf.linking.assemble import assemble
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.paper import Paper
from kv2rdf.reference.shipped_folders import folder
from tests.kvr_document import ANSWERS, document, items, notice, questions_only
from tests.papers import person_matcher, read_paper, read_papers

VINDPLAATS = "Kamervragen met antwoord 2004-2005, nr. {}, Tweede Kamer"
QUESTIONS = '<vraag nummer="1">Kent u het bericht?</vraag><vraag nummer="2">Zo ja,</vraag>'
QUESTION_PAPER = read_paper(questions_only(questions=QUESTIONS), "V040509430.xml")
DELAY = "Dit kan niet binnen de termijn, omdat er overleg is. Ik zal u de antwoorden"
NOTICE = read_paper(notice(DELAY).replace("nr. 1262", "nr. 1200"), "KVR2.xml")
ANSWER = read_paper(document(), "KVR3.xml")
SEED = read_papers(
    (folder("seeds") / "kamervragen" / "2022Z00634.txt").read_bytes(), "2022Z00634.txt"
)
REPRINT = (
    read_paper(document(), "KVR1.xml"),
    read_paper(document(record=items(Vindplaats=VINDPLAATS.format("1262H")),
                 answers=ANSWERS.replace("Niets", "Alles")), "KVR2.xml"),
)  # fmt: skip


def dossier(*papers: Paper) -> Dossier:
    """Return the only dossier of papers."""
    (found,) = assemble(papers, person_matcher()).dossiers
    return found


def rules(document: CaseDocument) -> list[tuple[str, str]]:
    """Return the rules of the findings on a document, each with the key of its source."""
    return [(finding.rule, finding.source.key) for finding in document.findings]


def texts(document: CaseDocument) -> list[str]:
    """Return the texts of the parts of a document."""
    return [part.text.text for part in document.parts]
