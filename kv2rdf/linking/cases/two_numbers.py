"""The detection of cases that have a ten-digit number in papers and a Z-number in a record.

Some records of the Tweede Kamer are about questions that were tabled before Z-numbers existed. No
source states which ten-digit number belongs to the same case. The papers and the record are
therefore published as two cases, each with a remark that names the number of the other.
"""

import re
import unicodedata
from collections.abc import Sequence

from msgspec.structs import replace

from kv2rdf.linking.cases.similarity import letters_and_digits, title_without_day
from kv2rdf.model.paper import Paper, Remark
from kv2rdf.model.rules import FindingRule

_TEN_DIGITS = re.compile(r"2\d{9}", re.ASCII)
_Z_NUMBER = re.compile(r"\d{4}Z\d{5}", re.ASCII)
_LAST_YEAR = 2010
"""The last year in which ten-digit numbers were assigned."""

_BEFORE_SUBJECT = re.compile(
    r"""(?:
        (?:aanvullende\ |nadere\ )? vra (?:ag|gen) \b  # "Vragen van het lid Bos (PvdA) over …"
        | ant (?:w|woord|woorden)? \.? \ (?:op\ )? (?:vr|vragen) \b  # "Ant vr Bos over …"
    ) .*? \b (?:over|inzake|betreffende|omtrent) \s+""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def subject_key(paper: Paper) -> str | None:
    """Return a key made from the chamber, the date of tabling and the subject of a paper.

    Return None if the paper cannot belong to a case with two numbers.
    """
    if not paper.tabled or paper.tabled.year > _LAST_YEAR:
        return None
    if not (_is_number(paper, _TEN_DIGITS) or _is_number(paper, _Z_NUMBER)):
        return None
    words = letters_and_digits(_plain(_subject(paper)))
    return f"subject {paper.chamber} {paper.tabled.isoformat()} {words[:200]}" if words else None


def with_other_numbers(papers: Sequence[Paper]) -> list[Paper]:
    """Return the papers of a cluster, with a remark on each paper whose case has another number.

    A record and a paper belong to one case if they have the same subject, the same date of tabling
    and the same askers. No remark is made if this would give either of them two other numbers.
    """
    pairs = [
        (record, paper)
        for record in papers
        if record.record is not None and _is_number(record, _Z_NUMBER)
        for paper in papers
        if _is_number(paper, _TEN_DIGITS) and _is_one_case(record, paper)
    ]
    others: dict[str, set[str]] = {}
    for pair in pairs:
        first, second = map(_number, pair)
        if first and second:
            others.setdefault(first, set()).add(second)
            others.setdefault(second, set()).add(first)
    return [
        _with_remark(paper, others) if any(paper in pair for pair in pairs) else paper
        for paper in papers
    ]


def _with_remark(paper: Paper, others: dict[str, set[str]]) -> Paper:
    number = _number(paper) or ""
    found = others[number]
    if len(found) > 1 or any(len(others[other]) > 1 for other in found):
        return paper
    (other,) = found
    remark = Remark(rule=FindingRule.CASE_UNDER_TWO_NUMBERS, location="zaak", text=other)
    return replace(paper, remarks=(*paper.remarks, remark))


def _number(paper: Paper) -> str | None:
    """Return the only number of the only case in a paper, or None if there is not exactly one."""
    return paper.cases[0][0] if [len(case) for case in paper.cases] == [1] else None


def _is_number(paper: Paper, form: re.Pattern[str]) -> bool:
    return form.fullmatch(_number(paper) or "") is not None


def _is_one_case(record: Paper, paper: Paper) -> bool:
    key = subject_key(record)
    return key is not None and key == subject_key(paper) and _has_same_askers(record, paper)


def _has_same_askers(record: Paper, paper: Paper) -> bool:
    """Whether a record names the same askers as a paper. The paper contains only their surnames."""
    whole, surnames = (
        {letters_and_digits(_plain(asker.name or "")) for asker in p.askers} - {""}
        for p in (record, paper)
    )
    return (
        bool(surnames)
        and len(whole) == len(surnames)
        and all(any(name.endswith(surname) for surname in surnames) for name in whole)
        and all(any(name.endswith(surname) for name in whole) for surname in surnames)
    )


def _subject(paper: Paper) -> str:
    words = title_without_day(paper.title or paper.short_title or "").strip()
    before = _BEFORE_SUBJECT.match(words)
    return words[before.end() :] if before else words


def _plain(words: str) -> str:
    """Return ``words`` without accents."""
    if words.isascii():
        return words
    letters = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
