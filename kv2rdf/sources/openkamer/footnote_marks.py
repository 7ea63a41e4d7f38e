"""The footnote marks of an openkamer page. They are printed as numbers attached to words."""

import re

from msgspec import Struct

from kv2rdf.model.text import Mark, Passage

_ATTACHED_FIGURE = re.compile(
    r"""
    (?<= [^\W\d_] | [»”’\"'?!)] ) [0-9]{1,3} (?=\W|$)    # "bericht1 van", "bericht»?1"
  | (?<= [^\W\d][.,;:] ) [0-9]{1,3} (?=\W|$)             # "bericht,1 dus", and not "1.1 procent"
    """,
    re.VERBOSE,
)


class MarkedText(Struct, frozen=True, kw_only=True):
    """A text from which the marks have been removed.

    ``doubtful`` contains each number that may be a mark but was left in the text, together with up
    to 20 characters of the text before it. ``last_mark`` is the number of the last mark in this
    text or, if there is none, in an earlier text.
    """

    passage: Passage
    doubtful: tuple[str, ...]
    last_mark: int


def extract_marks(paragraphs: tuple[str, ...], last_mark: int) -> MarkedText:
    """Return the text of ``paragraphs`` without the footnote marks, and the marks themselves.

    ``last_mark`` is the number of the last mark before this text. A number is a mark if it is one
    higher than the previous mark. If it follows a capital letter ("CO2"), it is doubtful and
    remains in the text. Because each doubtful number may be a mark, the number of the next mark may
    be higher by one for each doubtful number since the previous mark.
    """
    texts: list[str] = []
    marks: list[Mark] = []
    doubtful: list[str] = []
    offset = doubtful_since_mark = 0
    for paragraph in paragraphs:
        pieces: list[str] = []
        end = 0
        for figure in _ATTACHED_FIGURE.finditer(paragraph):
            if not last_mark < int(figure[0]) <= last_mark + 1 + doubtful_since_mark:
                continue
            if paragraph[figure.start() - 1].isupper():
                doubtful.append(paragraph[max(0, figure.start() - 20) : figure.end()])
                doubtful_since_mark += 1
                continue
            last_mark, doubtful_since_mark = int(figure[0]), 0
            pieces.append(paragraph[end : figure.start()])
            marks.append(Mark(number=figure[0], offset=offset + sum(map(len, pieces))))
            end = figure.end()
        texts.append("".join((*pieces, paragraph[end:])))
        offset += len(texts[-1]) + 1
    return MarkedText(
        passage=Passage(paragraphs=tuple(texts), marks=tuple(marks)),
        doubtful=tuple(doubtful),
        last_mark=last_mark,
    )
