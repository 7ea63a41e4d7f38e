"""An input document of the audit, and its identifiers in a release."""

from dataclasses import dataclass

_MIN_DIGITS = 8


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
    def digits(self) -> str:
        """The shortest suffix that a release appends to a name that is not usable as an id."""
        return f"~{self.sha256[:_MIN_DIGITS]}"

    def is_among(self, identifiers: set[str]) -> bool:
        """Whether ``identifiers`` contains the name, or a suffix that a release can append to it.

        ``identifiers`` contains the identifiers of documents and their suffixes from the last ``~``
        on.
        """
        lengths = range(_MIN_DIGITS, len(self.sha256) + 1)
        return self.name in identifiers or any(
            f"~{self.sha256[:length]}" in identifiers for length in lengths
        )


def name_or_digits(identifier: str, sha256: str) -> str:
    """Return the identifier of a source in the form that is used as a key.

    If it ends in digits of its sha256, return only ``~`` and the first eight of these.
    """
    _, tilde, digits = identifier.rpartition("~")
    has_digits = tilde and len(digits) >= _MIN_DIGITS and sha256.startswith(digits)
    return f"~{digits[:_MIN_DIGITS]}" if has_digits else identifier
