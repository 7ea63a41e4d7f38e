"""The spelling of words and identifiers in an address."""

import re
from functools import lru_cache

from kv2rdf.errors import MintError
from kv2rdf.rdf.terms import Iri

_SEGMENT = re.compile(r"(?!\.+$)[A-Za-z0-9._~-]+")

_ESCAPED_CHARACTER = re.compile(r"[^A-Za-z0-9.-]")

_NOT_IN_A_SOURCE_KEY = re.compile(r"[^A-Za-z0-9._-]")

_MISSING = {"null", "none", "undefined", "nan"}


@lru_cache(maxsize=1 << 14)
def reversible_key(words: str) -> str:
    """Return printed words as a key for an address. The words can be recovered from the key.

    ASCII letters, digits, hyphens and full stops are kept. A space becomes ``_``, and every other
    character becomes its hexadecimal code point between tildes, as in ``~15f~`` for U+015F.
    """
    return _ESCAPED_CHARACTER.sub(_escape, words)


def joined_key(*fields: str | None) -> str:
    """Return printed fields as one key, joined by ``~~``. A field that is None becomes empty.

    The fields can be recovered, because the key of a single field never begins with ``~~``.
    """
    return "~~".join(reversible_key(field or "") for field in fields)


def source_key(name: str) -> str:
    """Return the key for an address made from the name of an input document, such as KVR1000.

    A character that is not allowed is replaced by its hexadecimal code point between tildes, as in
    ``~20~`` for a space. If the result as a whole is not allowed, the first character of the name
    is replaced too.
    """
    key = _NOT_IN_A_SOURCE_KEY.sub(_code_point, name)
    is_allowed = _SEGMENT.fullmatch(key) and key.lower() not in _MISSING
    return key if is_allowed or not name else f"~{ord(name[0]):x}~{key[1:]}"


def _escape(character: re.Match[str]) -> str:
    return "_" if character[0] == " " else _code_point(character)


def _code_point(character: re.Match[str]) -> str:
    return f"~{ord(character[0]):x}~"


@lru_cache(maxsize=1 << 14)
def path_below(parent: str, *segments: str) -> Iri:
    """Return an address below ``parent``. Raises MintError if a segment is not allowed."""
    return Iri("/".join((parent, *map(checked_segment, segments))))


@lru_cache(maxsize=1 << 14)
def checked_segment(text: str) -> str:
    """Return ``text`` unchanged. Raises MintError if it is not a valid segment of an address."""
    if not _SEGMENT.fullmatch(text) or text.lower() in _MISSING:
        raise MintError(f"no address can be made from {text!r}")
    return text
