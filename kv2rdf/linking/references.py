"""Papers of the Aanhangsel that a reply names in its heading ("zie ook Aanhangsel … nr. 900")."""

import re

from kv2rdf.model.dossier import Document

_NAMED = re.compile(
    r"Handelingen(?P<numbers>.*?)"
    r"(?:vergaderjaar (?P<first>\d{4}) ?[–/-] ?(?P<second>\d{4})|(?=Aanhangsel)|$)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\b\d{1,4}[a-z]?\b")
_BETWEEN_DIGITS = re.compile(r"(?<=\b\d) (?=\d\b)")


def identifier(document: Document) -> str | None:
    """Give the identifier of a document in the Aanhangsel: "ah-tk-20032004-900"."""
    known = document.number
    return _identifier(document, known.session, known.number) if known else None


def referred(document: Document) -> tuple[str | None, ...]:
    """Give the papers that a document refers to, by number and session.

    Where no session is printed it is that of the document. None: words that name no number.
    """
    return tuple(paper for words in document.see_also for paper in _papers(words, document))


def _papers(words: str, document: Document) -> list[str | None]:
    own = document.number.session if document.number else None
    found: list[str | None] = []
    for named in _NAMED.finditer(_BETWEEN_DIGITS.sub("", words)):
        printed = f"{named['first']}{named['second']}" if named["first"] else own
        if printed:
            numbers = _NUMBER.findall(named["numbers"])
            found += [_identifier(document, printed, number) for number in numbers]
    return found or [None]


def _identifier(document: Document, session: str, number: str) -> str:
    return f"ah-{document.chamber}-{session}-{number}"
