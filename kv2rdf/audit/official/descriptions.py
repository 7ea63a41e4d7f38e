"""The descriptions of the questions and of the reply in an official paper."""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from kv2rdf.audit.kvr.dates import date_and_rest
from kv2rdf.audit.kvr.text import FieldText
from kv2rdf.audit.official.content import all_text
from kv2rdf.audit.official.fields import OFFICIAL_FIELDS

_TABLED = re.compile(r"\(ingezonden ([^()]*)\)\W*$", re.IGNORECASE)
_RECEIVED = re.compile(r"\((?:\( ?)?ontvangen ?(?:\(ontvangen )?([^()]*)\)\.?", re.IGNORECASE)
_BRACKETED = re.compile(r"\([^()\d]*(\d[^()]*)\)")
_ASKERS = re.compile(r"van (?:het lid|de leden) (.*?\)) ?(?:,? op [^()]{1,40} medegedeeld )?aan ")
_ANNOUNCED = re.compile(r"\bop (\d{1,2} ?\w+ \d{4}),? me(?:de|e) ?gedeeld\b")
_GROUP = re.compile(r"([^()]+)\(([^()]*)\)")
_ALL_OF = re.compile(r"^(?:beiden|allen|alle) ")
_BETWEEN_NAMES = re.compile(r" ?, ?| en ")
_OFFICER = re.compile(r"(?:minister|staatssecretaris)\S* ([^(),]+?) ?\(", re.IGNORECASE)
_LONGEST_HEADING = 10_000


def asked_texts(
    elements: Sequence[Element], location: str, *, has_reply: bool
) -> Iterator[FieldText]:
    """Yield the texts in the description of questions: title, askers, parties and date.

    ``elements`` together form the description, in order. A date of tabling in brackets at the end
    is left out of the title only if ``has_reply`` is true.
    """
    text = description_text(elements)
    tabled = _TABLED.search(text[-_LONGEST_HEADING:])
    is_day = tabled is not None and _is_only_a_day(tabled[1])
    title = text.removesuffix(tabled[0]) if tabled and is_day and has_reply else text
    yield _field("official/vragen", location, title)
    announced = _ANNOUNCED.search(text[:_LONGEST_HEADING])
    if day := _last_day(text) or (
        date_and_rest(announced[1])[0] if announced else ""
    ):  # If the people cannot be identified, a finding quotes the whole text.
        yield _field("official/ingezonden", location, f"{day} {text}")
    yield from _marked_day("official/ingezonden", location, elements)
    found = _ASKERS.search(text[:_LONGEST_HEADING])
    for names, party in _GROUP.findall(found[1]) if found else ():
        for name in _BETWEEN_NAMES.split(names.strip(" ,").removeprefix("en ")):
            yield _field("official/indiener", location, name)
        yield _field("official/partij", location, _ALL_OF.sub("", party))


def replied_texts(elements: Sequence[Element], location: str) -> Iterator[FieldText]:
    """Yield the texts in the description of a reply: title, people, date and reference."""
    text = description_text(elements)
    yield _field("official/reactie", location, text)
    received = _RECEIVED.search(text)
    if received:
        rest = text[received.end() :].lstrip(" .,;").rstrip()
        if rest.startswith(("Zie", "zie")):
            yield _field("official/zie ook", location, rest)
        for name in _OFFICER.findall(text[: min(received.start(), _LONGEST_HEADING)]):
            yield _field("official/antwoordgever", location, name)
    if day := _last_day(text):
        yield _field("official/ontvangen", location, f"{day} {day}")
    yield from _marked_day("official/ontvangen", location, elements)


def description_text(elements: Sequence[Element]) -> str:
    """Return the text of a description, given as one or more elements."""
    return " ".join(filter(None, map(all_text, elements)))


def is_notice(replied: str) -> bool | None:
    """Whether a reply is described as a notice, or None if the description states no kind."""
    start = replied.lower()
    if re.match(r"(?:(?:nadere?|aanvullende?) )?antwoord", start):
        return False
    return True if "mededeling" in start[:22] else None


def _is_only_a_day(words: str) -> bool:
    """Whether a text consists only of a date in a plausible year, without a full stop."""
    day, printed, _ = date_and_rest(words)
    return words.strip() == printed and day[:1] in ("1", "2")


def _last_day(text: str) -> str:
    """Return the last date in brackets in a text, as ``2005-07-08``, or an empty string."""
    days = (date_and_rest(words) for words in _BRACKETED.findall(text))
    return next((day for day, _, rest in reversed(list(days)) if day and not rest), "")


def _marked_day(field: str, location: str, elements: Sequence[Element]) -> Iterator[FieldText]:
    """Yield the last ``datum/@isodatum``, if any. It must be published or in a finding."""
    for found in [day for element in elements for day in element.iter("datum")][-1:]:
        if day := (found.get("isodatum") or "").strip():
            yield _field(field, f"{location}/datum/@isodatum", f"{day} {day}")


def _field(name: str, location: str, text: str) -> FieldText:
    return FieldText(name, location, OFFICIAL_FIELDS[name].comparison, text)
