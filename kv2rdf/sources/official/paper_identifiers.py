"""The parsing of identifiers of papers at officielebekendmakingen.nl."""

import re

from msgspec import Struct

from kv2rdf.addresses import external
from kv2rdf.model.kinds import Chamber
from kv2rdf.model.paper import AnnexNumber

_IDENTIFIER = re.compile(r"(?:ah|kv)-[A-Za-z0-9.-]+")
_ANNEX = re.compile(r"ah-(tk|ek)-(\d{8})-0*([1-9]\d{0,4}[a-z]?)(?:-([HhnN])(\d*))?")
_PROVISIONAL_ANSWER = re.compile(r"ah-\d+")
_PROVISIONAL_QUESTIONS = re.compile(r"kv-\d{1,7}")
_QUESTIONS = re.compile(r"kv-(?:(tk|ek)-)?(.+?)(?:-([HhnN])(\d*))?")
_FURTHER_EDITION = re.compile(r"-[HhnN](\d*)")
_NUMBER_IN_SESSION = re.compile(r"0*([1-9]\d{0,4}[a-z]?)(?:-[HhnN]\d*)?")
_Z_NUMBER = re.compile(r"(\d{4})[Zz](\d{5})(?:-[HhnN]\d*)?")
_NUMBER_OF_TK = re.compile(r"[29]\d{9}")
_NUMBER_OF_EK = re.compile(r"2\d{5,8}")
_KIND_OF_NUMBER = {"2": "oral questions", "3": "questions for an interpellation"}
"""Maps the last of ten digits to a kind of questions other than written questions."""


class PaperIdentifier(Struct, frozen=True, kw_only=True):
    """An identifier as published, and the parts that it consists of.

    ``annex_number``, ``case_number`` and ``chamber`` are None if the identifier does not contain
    them. ``edition`` is 1 for a first reprint (-h1), and also for a paper that replaces another
    (-n1). A provisional paper will later get another identifier.
    """

    published: str
    is_answer: bool
    chamber: Chamber | None = None
    annex_number: AnnexNumber | None = None
    case_number: str | None = None
    edition: int = 0
    is_provisional: bool = False

    @property
    def page(self) -> str | None:
        """The address of the page, or None for a provisional paper, which has only a PDF."""
        return None if self.is_provisional else str(external.official_page(self.published))


def paper_identifier(published: str) -> PaperIdentifier | None:
    """Return an identifier with its parts, or None if it does not belong to a question or a reply.

    An identifier that matches no pattern has no parts.
    """
    if not _IDENTIFIER.fullmatch(published):
        return None
    is_answer = published.startswith("ah-")
    edition = _edition(published)
    if _PROVISIONAL_ANSWER.fullmatch(published) or _PROVISIONAL_QUESTIONS.fullmatch(published):
        return PaperIdentifier(published=published, is_answer=is_answer, is_provisional=True)
    if found := _ANNEX.fullmatch(published):
        return PaperIdentifier(
            published=published,
            is_answer=True,
            chamber=Chamber(found[1]),
            annex_number=AnnexNumber(session=found[2], number=found[3]),
            edition=edition,
        )
    found = None if is_answer else _QUESTIONS.fullmatch(published)
    chamber = Chamber(found[1]) if found and found[1] else None
    return PaperIdentifier(
        published=published,
        is_answer=is_answer,
        chamber=chamber,
        case_number=case_number(found[2], chamber or Chamber.TK) if found else None,
        edition=edition,
    )


def number_in_session(printed: str) -> str | None:
    """Return a number in the Aanhangsel, without leading zeros and without an edition.

    Return None if ``printed`` is not such a number.
    """
    found = _NUMBER_IN_SESSION.fullmatch(printed)
    return found[1] if found else None


def case_number(printed: str, chamber: Chamber) -> str | None:
    """Return the number of a case, or None for any other number, such as that of a document.

    The number of a case is a Z-number, or has ten digits in the Tweede Kamer and six to nine digits
    in the Eerste Kamer.
    """
    if found := _Z_NUMBER.fullmatch(printed):
        return f"{found[1]}Z{found[2]}"
    digits = _FURTHER_EDITION.sub("", printed)
    form = _NUMBER_OF_TK if chamber is Chamber.TK else _NUMBER_OF_EK
    return digits if form.fullmatch(digits) else None


def other_questions(number: str) -> str | None:
    """Return the kind of questions that a case number shows, or None for written questions.

    The kind is an English phrase, such as "oral questions". None is also returned if the number
    does not show a kind.
    """
    is_of_tk = _NUMBER_OF_TK.fullmatch(number)
    return _KIND_OF_NUMBER.get(number[-1]) if is_of_tk else None


def _edition(published: str) -> int:
    found = _FURTHER_EDITION.search(published[3:])
    return int(found[1] or 1) if found else 0
