"""The letters and digits of a KVR document, and of the paper that was read from it."""

from collections import Counter

from lxml import etree

from kv2rdf.model.paper import Paper

KINDS = ("Antwoord", "Nader antwoord")


def printed_characters(document: str) -> Counter[str]:
    """Return the counts of the letters and digits in a document's elements and last line."""
    root = etree.fromstring(document.encode())
    line = root.attrib["type"]
    texts = ["" if line in KINDS else str(line)]
    for tag in ("vragen", "toelichting", "antwoorden", "mededeling"):
        texts += ["".join(map(str, element.itertext())) for element in root.findall(tag)]
    return _characters(texts)


def kept_characters(paper: Paper) -> Counter[str]:
    """Return the counts of the letters and digits in a paper: texts, labels, notes and remarks.

    The numbers of notes 10 and above are counted, because they are in the text of note 9.
    """
    parts = (*paper.questions, *paper.answers)
    texts = [part.label or "" for part in parts] + [part.text.text for part in parts]
    notes = (*paper.question_notes, *paper.answer_notes)
    texts += [note.text or "" for note in notes]
    texts += [note.number for note in notes if note.number and len(note.number) > 1]
    texts += [passage.text for passage in (paper.explanation, paper.notice) if passage]
    texts += [remark.text or "" for remark in paper.remarks]
    return _characters(texts)


def _characters(texts: list[str]) -> Counter[str]:
    words = " ".join(" ".join(texts).split()).replace("tot en met", "t/m")
    return Counter(letter for letter in words if letter.isalnum())
