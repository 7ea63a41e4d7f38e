"""Invented openkamer pages, for the tests of the reader."""

from kv2rdf.model.paper import Paper

KEYS = """Ingediend 3 maart 2021
Beantwoord 13 maart 2021 (na 10 dagen)
Indieners Ada Voorbeeld (ABC), Ben van Proef (D'67)
Beantwoord door Cor Bewind (minister zaken, handel en rest) (XYZ), Dea Bestuur (minister rest)
Bron vraag https://example.org/kv-tk-2021Z00001.html
Bron antwoord https://example.org/ah-tk-20202021-1234.html
"""
FOOT = """Kamervraag document nummer: kv-tk-2021Z00001
Volledige titel: Het weer op de markt
Kamerantwoord document nummer: ah-tk-20202021-1234
Volledige titel: Antwoord op vragen over het weer op de markt"""


def page(*blocks: str, keys: str = KEYS, foot: str = FOOT) -> str:
    """Return a page with these blocks."""
    return f"Kamervraag 2021Z00001\n\nHet weer\n\n{keys}{''.join(blocks)}\n{foot}"


def block(number: int, text: str, *answer: str) -> str:
    """Return the block of a question, with the paragraphs of its answer."""
    paragraphs = "".join(f"  {line}\n" for line in answer)
    return f" • Vraag {number}\n  {text}\n\n{paragraphs}\n"


def marks(paper: Paper) -> list[tuple[str, int | None]]:
    """Return the number and the offset of each footnote mark in a paper."""
    parts = (*paper.questions, *paper.answers)
    return [(mark.number, mark.offset) for part in parts for mark in part.text.marks]
