"""An input document of the audit, and its identifiers in a release."""

import re
from dataclasses import dataclass

_MIN_DIGITS = 8
_LONGEST_NAME = 60
_NOT_IN_ID = re.compile(r"[\x00-\x1f\x7f-\x9f/\\\ud800-\udfff\u2028\u2029]")
_NO_PATH_STEP = re.compile(r"\.*|null|none|undefined|nan", re.IGNORECASE)


@dataclass(frozen=True, slots=True, order=True)
class AuditDocument:
    """An input document, with its key in the database, its name and the sha256 of its bytes.

    ``is_required`` is false for an archive that is not damaged, which a release need not mention.
    """

    key: int
    name: str
    sha256: str
    is_readable: bool
    is_required: bool = True

    @property
    def name_with_digits(self) -> str:
        """The name, followed by the shortest suffix that a release can append to make it an id."""
        return f"{self.name}~{self.sha256[:_MIN_DIGITS]}"

    def is_among(self, identifiers: set[str]) -> bool:
        """Whether ``identifiers`` contains the name, or a suffix that a release can append to it.

        ``identifiers`` contains the identifiers of documents and their suffixes from the last ``~``
        on.
        """
        lengths = range(_MIN_DIGITS, len(self.sha256) + 1)
        return self.name in identifiers or any(
            f"~{self.sha256[:length]}" in identifiers for length in lengths
        )


def name_in_id(name: str) -> str:
    """Return the name of a document in the form that is used in ids.

    Documents with the same bytes are one document if their names are equal in this form.
    """
    safe = _NOT_IN_ID.sub("_", name)[:_LONGEST_NAME]
    return f"{safe}_" if _NO_PATH_STEP.fullmatch(safe) else safe


def with_shortest_digits(identifier: str, sha256: str) -> str:
    """Return the identifier of a source.

    If ``identifier`` ends in digits of ``sha256``, only eight of them are kept.
    """
    name, tilde, digits = identifier.rpartition("~")
    has_digits = tilde and len(digits) >= _MIN_DIGITS and sha256.startswith(digits)
    return f"{name}~{digits[:_MIN_DIGITS]}" if has_digits else identifier
