"""An input document in the audit, and how a release identifies it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class AuditDocument:
    """An input document, with its key in the database, its name and the sha256 of its bytes."""

    key: int
    name: str
    sha256: str
    is_kvr: bool

    @property
    def suffix(self) -> str:
        """What a release appends to a name that is not unique, or that is too long to be an id."""
        return f"~{self.sha256[:8]}"


def name_or_suffix(identifier: str) -> str:
    """Return the suffix of the identifier of a source, or the whole identifier if it has none."""
    _, tilde, suffix = identifier.rpartition("~")
    return f"~{suffix}" if tilde else identifier
