"""The offices in a list such as "de Minister van A en de Staatssecretaris van B"."""

import re
from collections.abc import Iterator

from kv2rdf.model.paper import Mention

_OFFICE = r"(?:aan )?(?:de )?(?:[Mm]inisters?(?:-[Pp]resident)?|[Ss]taatssecretaris(?:sen)?)\b"
_SEPARATOR = re.compile(rf"(?:\s*,\s*en\s+|\s*,\s*|\s+en\s+|\s*,?\s+alsmede\s+)(?={_OFFICE})")
_RANK_ONLY = re.compile(r"(?:aan )?(?:de )?(?:[Mm]inister|[Ss]taatssecretaris)")


def offices_named_in(words: str) -> tuple[Mention, ...]:
    """Return the offices in a list as printed.

    A list is split only before the word "minister" or "staatssecretaris", because the name of a
    ministry may contain commas and "en". For this reason, "de Ministers van A en van B" is one
    mention. Nor is a list split after a rank without a ministry: in "de Staatssecretaris en de
    Minister van A", both belong to ministry A.
    """
    pieces = (piece.removeprefix("aan ").strip() for piece in _pieces(words))
    return tuple(Mention(printed=piece, office=piece) for piece in pieces if piece)


def _pieces(words: str) -> Iterator[str]:
    start = 0
    for separator in _SEPARATOR.finditer(words):
        piece = words[start : separator.start()]
        if not _RANK_ONLY.fullmatch(piece.strip()):
            yield piece
            start = separator.end()
    yield words[start:]
