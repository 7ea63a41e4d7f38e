"""The ids of input documents, made from their names and, if necessary, from their bytes."""

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise

MAX_NAME_LENGTH = 60
"""The maximum number of characters of a name in an id."""

_MIN_DIGITS = 8
_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_NO_STEP = re.compile(r"\.*|null|none|undefined|nan", re.IGNORECASE)
_WITH_DIGITS = re.compile(r"(?s)(.*)~([0-9a-f]{8,64})")

NameAndHash = tuple[str, str]
"""The name of a document, and its sha256."""


class DocumentIds:
    """The ids of documents. Different documents have different ids.

    An id is the name if that is sufficient. Otherwise it is the name, ``~`` and the first digits of
    the sha256: eight digits, or more if they are needed to distinguish the document from others
    with the same name. The name is not sufficient if another document has the same name, if it is
    too long, if it contains characters that are not allowed in an id, or if it could be the id with
    digits of another document.
    """

    def __init__(self, documents: Iterable[NameAndHash]) -> None:
        """Make the ids of these documents. A document can be given more than once."""
        # Nearly every name has one document, and there can be hundreds of thousands of names, so
        # only the other names get a set of their own.
        self._hashes = dict[str, str]()
        not_enough = dict[str, set[str]]()
        for name, sha256 in documents:
            safe = safe_name(name)
            first = self._hashes.setdefault(safe, sha256)
            if first != sha256 or safe != name:
                not_enough.setdefault(safe, {first}).add(sha256)
        for name in filter(has_digits, self._hashes):
            if name not in not_enough and _is_taken(name, self._hashes, not_enough):
                not_enough[name] = {self._hashes[name]}
        self._digits = {name: _digits(sorted(not_enough[name])) for name in not_enough}
        for name in not_enough:
            del self._hashes[name]

    def hashes(self) -> dict[str, str]:
        """Return a map from each id to the sha256 of its document, sorted by id."""
        found = {
            id_with_digits(name, sha256, digits): sha256
            for name, digits_of_hash in self._digits.items()
            for sha256, digits in digits_of_hash.items()
        }
        return {
            id_: self._hashes[id_] if id_ in self._hashes else found[id_]
            for id_ in sorted((*self._hashes, *found))
        }

    def id(self, name: str, sha256: str) -> str | None:
        """Return the id of the document with this name and hash, or None if there is none."""
        digits = self._digits.get(safe_name(name))
        if digits is None:
            return name if self._hashes.get(name) == sha256 else None
        return id_with_digits(name, sha256, digits[sha256]) if sha256 in digits else None


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


def _is_taken(name: str, hashes: Mapping[str, str], further: Mapping[str, set[str]]) -> bool:
    """Whether this name is also the id with digits of a document with another name.

    ``hashes`` maps each name to the hash of one document. ``further`` maps a name that several
    documents have to all their hashes.
    """
    match = _WITH_DIGITS.fullmatch(name)
    if match is None or match[1] not in hashes:
        return False
    of_name = further.get(match[1], {hashes[match[1]]})
    return any(sha256.startswith(match[2]) for sha256 in of_name)


def _digits(hashes: list[str]) -> dict[str, int]:
    """Return how many digits are needed to distinguish each of these sorted hashes."""
    needed = dict.fromkeys(hashes, _MIN_DIGITS)
    for one, other in pairwise(hashes):
        equal = next(at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b)
        needed[one] = max(needed[one], equal + 1)
        needed[other] = max(needed[other], equal + 1)
    return needed
