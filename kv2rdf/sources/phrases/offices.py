"""The offices in a list such as "de Minister van A en de Staatssecretaris van B"."""

import re

from kv2rdf.model.paper import Mention

_OFFICE = r"(?:aan )?(?:de )?(?:[Mm]inisters?(?:-[Pp]resident)?|[Ss]taatssecretaris(?:sen)?)\b"
_SEPARATOR = re.compile(rf"(?:\s*,\s*en\s+|\s*,\s*|\s+en\s+|\s*,?\s+alsmede\s+)(?={_OFFICE})")


def offices_named_in(words: str) -> tuple[Mention, ...]:
    """Return the offices in a list, each as printed.

    A list is split only before the word "minister" or "staatssecretaris", because the name of a
    ministry may contain commas and "en". Therefore "de Ministers van A en van B" is one mention.
    """
    pieces = (piece.removeprefix("aan ").strip() for piece in _SEPARATOR.split(words))
    return tuple(Mention(printed=piece, office=piece) for piece in pieces if piece)
