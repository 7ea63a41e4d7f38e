"""The ids of input documents, made from their names and, if necessary, from their bytes."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import takewhile

from kv2rdf.sources.input.temporary_database import TemporaryDatabase

MAX_NAME_LENGTH = 60
"""The maximum number of characters of a name in an id."""

_MIN_DIGITS = 8
_AFTER_DIGITS = "g"  # This sorts after every digit of a sha256.
_UNSAFE_CHARACTERS = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_NO_STEP = re.compile(r"\.*|null|none|undefined|nan", re.IGNORECASE)
_WITH_DIGITS = re.compile(r"(?s)(.*)~([0-9a-f]{8,64})")

NameAndHash = tuple[str, str]
"""The name of a document, and its sha256."""


_TABLES = """
CREATE TABLE found (name TEXT, sha256 TEXT, is_renamed INTEGER, PRIMARY KEY (name, sha256))
    WITHOUT ROWID;
CREATE TABLE with_digits (name TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE document (id TEXT PRIMARY KEY, sha256 TEXT) WITHOUT ROWID;
"""
_INSERT_FOUND = (
    "INSERT INTO found VALUES (?, ?, ?)"
    " ON CONFLICT DO UPDATE SET is_renamed = is_renamed OR excluded.is_renamed"
)
_INSERT_NAMES_WITH_DIGITS = (
    "INSERT INTO with_digits SELECT name FROM found"
    " GROUP BY name HAVING count(*) > 1 OR max(is_renamed)"
)
_DOCUMENTS = (
    "SELECT found.name, sha256, with_digits.name IS NOT NULL"
    " FROM found LEFT JOIN with_digits USING (name)"
)
_NEIGHBOURS = (
    "SELECT max(sha256) FROM found WHERE name = ?1 AND sha256 < ?2"
    " UNION ALL SELECT min(sha256) FROM found WHERE name = ?1 AND sha256 > ?2"
)


class DocumentIds(Mapping[str, str]):
    """A mapping from the ids of documents to their sha256, sorted by id.

    Different documents have different ids. The id of a document is its name, if possible.
    Otherwise, it consists of the name, ``~`` and the first digits of the sha256: at least eight,
    and as many as are needed to distinguish documents with the same name. The name cannot be used
    as the id if another document has the same name, if it is too long, if it contains characters
    that are not allowed in an id, or if it could be mistaken for an id with digits that belongs to
    another document.

    An archive or a file with records may contain millions of documents, so the ids are kept in a
    temporary database.
    """

    def __init__(self, documents: Iterable[NameAndHash]) -> None:
        """Assign ids to documents. A document may be given more than once.

        Raises InputError if the database cannot be written.
        """
        self._database = database = TemporaryDatabase(_TABLES)
        names = ((safe_name(name), name, sha256) for name, sha256 in documents)
        database.fill(_INSERT_FOUND, ((safe, sha, safe != name) for safe, name, sha in names))
        database.fill(_INSERT_NAMES_WITH_DIGITS)
        names_with_digits = database.rows("SELECT DISTINCT name FROM found WHERE name LIKE '%~%'")
        taken = (row for row in names_with_digits if self._is_taken(*row))
        database.fill("INSERT OR IGNORE INTO with_digits VALUES (?)", taken)
        ids = (
            (self._id_with_digits(name, sha) if has_digits else name, sha)
            for name, sha, has_digits in database.rows(_DOCUMENTS)
        )
        self._count = database.fill("INSERT INTO document VALUES (?, ?)", ids)

    def __getitem__(self, id_: str) -> str:
        for (sha256,) in self._database.rows("SELECT sha256 FROM document WHERE id = ?", (id_,)):
            return str(sha256)
        raise KeyError(id_)

    def __iter__(self) -> Iterator[str]:
        return (id_ for (id_,) in self._database.rows("SELECT id FROM document ORDER BY id"))

    def __len__(self) -> int:
        return self._count

    def id(self, name: str, sha256: str) -> str | None:
        """Return the id of the document with the given name and hash, or None if there is none."""
        safe = safe_name(name)
        query = f"{_DOCUMENTS} WHERE found.name = ? AND sha256 = ?"
        for _, _, has_digits in self._database.rows(query, (safe, sha256)):
            return self._id_with_digits(safe, sha256) if has_digits else safe
        return None

    def _id_with_digits(self, name: str, sha256: str) -> str:
        digits = _MIN_DIGITS
        for (other,) in self._database.rows(_NEIGHBOURS, (name, sha256)):
            if other is not None:
                equal = takewhile(lambda pair: pair[0] == pair[1], zip(sha256, other, strict=True))
                digits = max(digits, sum(1 for _ in equal) + 1)
        return id_with_digits(name, sha256, digits)

    def _is_taken(self, name: str) -> bool:
        """Whether a name could also be the id, with digits, of a document with another name."""
        match = _WITH_DIGITS.fullmatch(name)
        if match is None:
            return False
        query = "SELECT 1 FROM found WHERE name = ? AND sha256 BETWEEN ? AND ?"
        first, last = match[2], f"{match[2]}{_AFTER_DIGITS}"
        return self._database.has_row(query, (match[1], first, last))


def id_with_digits(name: str, sha256: str, digits: int) -> str:
    """Return an id: the safe name, ``~``, and the first ``digits`` digits of the sha256."""
    return f"{safe_name(name)}~{sha256[:digits]}"


def digits_in_id(id_: str) -> int | None:
    """Return the number of digits that follow the ``~`` in an id, or None if there are none."""
    match = _WITH_DIGITS.fullmatch(id_)
    return len(match[2]) if match else None


def has_digits(name: str) -> bool:
    """Whether a name has the form of an id with digits."""
    return _WITH_DIGITS.fullmatch(name) is not None


def safe_name(name: str) -> str:
    """Return a name as a valid segment of an address: short, on one line, without slashes."""
    safe = _UNSAFE_CHARACTERS.sub("_", name)[:MAX_NAME_LENGTH]
    return f"{safe}_" if _NO_STEP.fullmatch(safe) else safe
