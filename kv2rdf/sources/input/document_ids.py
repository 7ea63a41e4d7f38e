"""The ids of input documents, made from their names and, if necessary, from their bytes."""

import re
from collections.abc import Iterable
from itertools import pairwise

MAX_NAME_LENGTH = 60
"""The maximum number of characters of a name in an id."""

_MIN_DIGITS = 8
_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_NO_STEP = re.compile(r"\.*|null|none|undefined|nan", re.IGNORECASE)
_WITH_DIGITS = re.compile(r"(?s)(.*)~([0-9a-f]{8,64})")

NameAndHash = tuple[str, str]
"""The name of a document, and its sha256."""


def document_ids(documents: Iterable[NameAndHash]) -> dict[NameAndHash, str]:
    """Return the id of each document. Different documents have different ids.

    An id is the name if that is sufficient. Otherwise it is the name, ``~`` and the first digits of
    the sha256: eight digits, or more if they are needed to distinguish the document from others
    with the same name. The name is not sufficient if another document has the same name, if it is
    too long, if it contains characters that are not allowed in an id, or if it could be the id with
    digits of another document.
    """
    found = tuple(documents)
    hashes = dict[str, set[str]]()
    for name, sha256 in found:
        hashes.setdefault(safe_name(name), set()).add(sha256)
    not_enough = {name for name in hashes if len(hashes[name]) > 1 or _is_taken(name, hashes)}
    not_enough |= {safe_name(name) for name, _ in found if safe_name(name) != name}
    digits = {name: _digits(sorted(hashes[name])) for name in not_enough}
    return {
        (name, sha256): id_with_digits(name, sha256, digits[safe_name(name)][sha256])
        if safe_name(name) in not_enough
        else name
        for name, sha256 in found
    }


def id_with_digits(name: str, sha256: str, digits: int) -> str:
    """Return the name, ``~``, and the first ``digits`` digits of the sha256."""
    return f"{safe_name(name)}~{sha256[:digits]}"


def numbers_of_digits(ids: Iterable[str]) -> list[int]:
    """Return the numbers of digits that follow the ``~`` in these ids, without duplicates.

    The largest number comes first.
    """
    found = (_WITH_DIGITS.fullmatch(id_) for id_ in ids)
    return sorted({len(match[2]) for match in found if match}, reverse=True)


def has_digits(name: str) -> bool:
    """Whether a name has the form of an id with digits."""
    return _WITH_DIGITS.fullmatch(name) is not None


def safe_name(name: str) -> str:
    """Return the name on one line without slashes, so that it can be a segment of an address."""
    safe = _UNSAFE_CHARACTERS.sub("_", name)[:MAX_NAME_LENGTH]
    return f"{safe}_" if _NO_STEP.fullmatch(safe) else safe


def _is_taken(name: str, hashes: dict[str, set[str]]) -> bool:
    """Whether this name is also the id with digits of a document with another name."""
    match = _WITH_DIGITS.fullmatch(name)
    return match is not None and any(
        sha256.startswith(match[2]) for sha256 in hashes.get(match[1], ())
    )


def _digits(hashes: list[str]) -> dict[str, int]:
    """Return how many digits are needed to distinguish each of these sorted hashes."""
    needed = dict.fromkeys(hashes, _MIN_DIGITS)
    for one, other in pairwise(hashes):
        equal = next(at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        needed[one] = max(needed[one], equal + 1)
        needed[other] = max(needed[other], equal + 1)
    return needed
