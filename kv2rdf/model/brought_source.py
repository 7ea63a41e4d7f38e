"""The sources of the rows that a user adds to the register."""

from msgspec import Struct


class BroughtSource(Struct, frozen=True, kw_only=True):
    """A source of rows that a user supplies in a folder.

    ``where`` is the address of the source, or words that say where to find it. ``persons`` are the
    keys of the persons whose rows name this source. ``spells`` are the keys, as used in addresses,
    of the memberships and tenures whose rows name this source.
    """

    name: str
    what: str
    where: str
    licence: str
    persons: tuple[str, ...] = ()
    spells: tuple[str, ...] = ()

    @property
    def is_public_domain(self) -> bool:
        """Whether the licence is CC0, the licence of this dataset."""
        return self.licence.startswith("CC0")
