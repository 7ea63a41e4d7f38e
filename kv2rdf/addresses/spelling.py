"""How words and identifiers are spelled in an address."""

import re
from functools import lru_cache

from kv2rdf.errors import MintError
from kv2rdf.rdf.terms import Iri

_SEGMENT = re.compile(r"(?!\.+$)[A-Za-z0-9._~-]+")

_NOT_SPELLED = re.compile(r"[^A-Za-z0-9.-]")

_MISSING = {"null", "none", "undefined", "nan"}


@lru_cache(maxsize=1 << 14)
def spelled(words: str) -> str:
    """Spell printed words so that no two get one key: reversible, and fit for an address.

    ASCII letters, digits, hyphens and full stops stand for themselves, ``_`` for a blank, and
    ``~15f~`` for the character U+015F. Fields are joined by ``~~``, which no spelling begins with.
    """
    return _NOT_SPELLED.sub(_spelled, words)


def fitting(name: str) -> str:
    """Give a name such as KVR1000 as it is; what fits no address, as ``~20~``."""
    return re.sub(r"[^A-Za-z0-9._-]", lambda found: f"~{ord(found[0]):x}~", name)


def _spelled(found: re.Match[str]) -> str:
    return "_" if found[0] == " " else f"~{ord(found[0]):x}~"


@lru_cache(maxsize=1 << 14)
def path_below(thing: str, *segments: str) -> Iri:
    """Return the address below ``thing``. Raises MintError where a segment fits no address."""
    return Iri("/".join((thing, *map(segment, segments))))


@lru_cache(maxsize=1 << 14)
def segment(text: str) -> str:
    """Return ``text`` if it is fit to be one segment of a path; else raise MintError."""
    if not _SEGMENT.fullmatch(text) or text.lower() in _MISSING:
        raise MintError(f"no address can be made of {text!r}")
    return text
