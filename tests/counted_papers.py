"""The papers in a folder of sources, counted as in the table of completeness, by independent code.

It reads the KVR documents, records, metadata and lists with the standard library. It is written
from the rules in docs/data-model.md, and uses no other part of the program. Each KVR document must
contain exactly one question number of ten digits, and its number in the Aanhangsel.
"""

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

Key = tuple[str, ...]
Group = tuple[str, str, str]
"""The session or else the year, the chamber and the kind of papers."""

_CHAMBERS = {"tk": "tweede-kamer", "ek": "eerste-kamer", "": "kamer-onbekend"}
_KINDS = {"0": "stukken-met-vragen", "2": "mondelinge-vragen", "3": "interpellaties"}
_ITEM = '<item attribuut="{}">\\s*([^<]*?)\\s*</item>'
_PLACE = re.compile(r"(\d{4})-(\d{4}), nr\. 0*(\d+)H?\d*, (Tweede|Eerste) Kamer")


@dataclass(slots=True)
class Paper:
    """A paper in a source: the keys of its identifiers, and the facts about it."""

    kind: str
    chamber: str
    keys: set[Key]
    session: str = ""
    year: str = ""
    has: set[str] = field(default_factory=set)


def counts_of_papers(folder: Path) -> dict[Group, list[int]]:
    """Return six numbers for each group of papers.

    These are the numbers of papers that are known, in a list, in the sources, with a record, with
    metadata and with text.
    """
    listed: dict[Key, Group] = {}
    papers: list[Paper] = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".txt":
            listed |= dict(map(_listed, path.read_text(encoding="ascii").split()))
        else:
            papers += _papers(path)
    held = _joined(papers)
    counts: dict[Group, list[int]] = defaultdict(lambda: [0] * 6)
    for paper in held:
        group = (paper.session or paper.year, _CHAMBERS[paper.chamber], paper.kind)
        is_listed = not paper.keys.isdisjoint(listed)
        has = [name in paper.has for name in ("record", "metadata", "text")]
        numbers = counts[group]
        counts[group] = [a + b for a, b in zip(numbers, [1, is_listed, 1, *has], strict=True)]
    held_keys = {key for paper in held for key in paper.keys}
    for key in listed.keys() - held_keys:
        numbers = counts[listed[key]]
        counts[listed[key]] = [numbers[0] + 1, numbers[1] + 1, *numbers[2:]]
    return dict(counts)


def _joined(papers: list[Paper]) -> list[Paper]:
    """Return the papers. Those with a key in common are combined into one."""
    joined: list[Paper] = []
    for paper in papers:
        same = [other for other in joined if other.keys & paper.keys]
        for other in same:
            joined.remove(other)
            paper.keys |= other.keys
            paper.session = paper.session or other.session
            paper.year = paper.year or other.year
            paper.has |= other.has
        joined.append(paper)
    return joined


def _listed(identifier: str) -> tuple[Key, Group]:
    first = re.sub(r"-[hn][1-9]\d*$", "", identifier)
    sort, _, rest = first.partition("-")
    chamber, dash, number = rest.partition("-")
    if not dash or chamber not in ("tk", "ek"):
        chamber, number = "", rest
    session, dash, in_session = number.partition("-")
    if sort == "ah" and chamber and re.fullmatch(r"\d{8}-\d{1,4}", number) and _years(session):
        key = (sort, chamber, session, in_session.lstrip("0"))
        return key, (_years(session), _CHAMBERS[chamber], "stukken-met-reactie")
    if not chamber and re.fullmatch(r"[1-9]\d{0,6}", number):
        return (first,), ("", "kamer-onbekend", "voorlopige-stukken")
    if sort == "kv" and (found := _of_case(number, chamber or "tk")):
        session, year, kind = found
        return (sort, chamber or "tk", number), (session or year, _CHAMBERS[chamber or "tk"], kind)
    return (identifier,), ("", _CHAMBERS[chamber], "stukken-met-onregelmatig-nummer")


def _of_case(number: str, chamber: str) -> tuple[str, str, str] | None:
    """Return the session, the year and the kind of questions with a number, or None."""
    if re.fullmatch(r"\d{4}Z\d{5}", number):
        return "", number[:4], _KINDS["0"]
    if chamber == "tk" and re.fullmatch(r"2\d{8}[023]", number):
        session, kind = _short_years(number[1:5]), _KINDS[number[-1]]
    elif chamber == "ek" and re.fullmatch(r"2\d{7,8}|\d{6}", number):
        session, kind = _short_years(number[:4] if len(number) == 6 else number[1:5]), _KINDS["0"]
    else:
        return None
    return (session, "", kind) if session else None


def _short_years(four: str) -> str:
    first, last = (f"{19 if int(two) >= 70 else 20}{two}" for two in (four[:2], four[2:]))
    return _years(first + last)


def _years(eight: str) -> str:
    first, last = int(eight[:4]), int(eight[4:])
    return f"{first}-{last}" if last == first + 1 else ""


def _papers(path: Path) -> Iterator[Paper]:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for line in text.splitlines():
            record = json.loads(line)
            day = str(record["GestartOp"])[:10]  # local midnight
            yield _questions(record["Nummer"], "tk", record["Vergaderjaar"], day, "record")
    elif "<kvr" in text:
        yield from _kvr_papers(text)
    else:
        yield from _described_papers(text)


def _questions(number: str, chamber: str, stated: str, day: str, has: str) -> Paper:
    session, year, kind = _of_case(number, chamber) or ("", day[:4], _KINDS["0"])
    first, last = stated.split("-")
    if not session and f"{first}-09-01" <= day <= f"{last}-09-30":
        session = stated
    return Paper(kind, chamber, {("kv", chamber, number)}, session, year, {has} - {""})


def _reply(chamber: str, session: str, number: str, has: str) -> Paper:
    key = ("ah", chamber, session.replace("-", ""), number.lstrip("0"))
    return Paper("stukken-met-reactie", chamber, {key}, session, "", {has} - {""})


def _kvr_papers(text: str) -> Iterator[Paper]:
    number, place, day = (
        (re.search(_ITEM.format(name), text) or ["", ""])[1]
        for name in ("Vraagnr_bij_indiening", "Vindplaats", "Datum_indiening")
    )
    found = _PLACE.search(place)
    assert found, place
    session, chamber = f"{found[1]}-{found[2]}", "tk" if found[4] == "Tweede" else "ek"
    yield _questions(number, chamber, session, day, "text" if "<vraag " in text else "")
    is_printed = re.search(r"<(?:antwoord|mededeling)\b[^>]*>\s*[^<\s]", text)
    yield _reply(chamber, session, found[3], "text" if is_printed else "")


def _described_papers(text: str) -> Iterator[Paper]:
    values: dict[str, str] = {}
    for element in ElementTree.fromstring(text.encode()).iter():
        name = element.get("name") or element.tag
        words = element.get("content") or element.text or ""
        values.setdefault(re.split(r"[.}]", name)[-1], words.strip())
    chamber = "ek" if values["creator"].startswith("Eerste") else "tk"
    identifier, session = values["identifier"], values["vergaderjaar"]
    day = values.get("datumIndiening", "")
    is_reply = identifier.startswith("ah-")
    has = "" if is_reply else "metadata"
    yield _questions(values["vraagnummer"], chamber, session, day, has)
    if is_reply:
        reply = _reply(chamber, session, values["aanhangselNummer"], "metadata")
        reply.keys.add(_listed(identifier)[0])
        yield reply
