"""The identifiers of papers at officielebekendmakingen.nl."""

import re
from collections.abc import Iterator, Sequence

from kv2rdf.model.kinds import Chamber

_LATER_END = re.compile(r"-[hn][1-9]\d*$")
_FORM = re.compile(
    r"""
    (?: ah-(?:tk|ek)-\d{8}-[1-9]\d*        # ah-tk-20212022-1881
      | ah-[1-9]\d*                        # a provisional paper: ah-1151601
      | kv-(?:(?:tk|ek)-)?\d{4}Z\d{5}      # kv-tk-2022Z00634
      | kv-(?:(?:tk|ek)-)?[1-9]\d*         # kv-2040509430
    )
    (?:-[hn][1-9]\d*)?                     # a later edition (herdruk), or a further paper
    """,
    re.VERBOSE,
)


def has_known_form(identifier: str) -> bool:
    """Whether an identifier has one of the forms that the publisher uses."""
    return _FORM.fullmatch(identifier) is not None


def question_paper_identifiers(chamber: Chamber, cases: Sequence[str]) -> Iterator[str]:
    """Yield the possible identifiers of a question paper, made from the identifiers of its case.

    The identifiers of papers of the Tweede Kamer often lack the chamber, as in "kv-2040509430".
    """
    for case in cases:
        yield f"kv-{chamber}-{case}"
        if chamber is Chamber.TK:
            yield f"kv-{case}"


def is_question_paper_of(cases: Sequence[str], identifier: str, chamber: Chamber) -> bool:
    """Whether an identifier belongs to a question paper of the case with the given identifiers.

    The identifier may be that of a later edition.
    """
    end = _LATER_END.search(identifier)
    first = identifier[: end.start()] if end else identifier
    return first in question_paper_identifiers(chamber, cases)
