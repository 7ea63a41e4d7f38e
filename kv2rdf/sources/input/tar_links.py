"""The hard links in a tar archive. Each hard link is a second name of an earlier member."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import PurePosixPath

from kv2rdf.sources.input.tar_headers import TarHeader, TarKind
from kv2rdf.sources.input.tar_walk import TarMember

MAX_LINKS = 100_000
"""The maximum number of hard links in a tar archive."""

MAX_NAMES = 100
"""The maximum number of hard links to one member."""


@dataclass(slots=True)
class HardLinks:
    """The hard links of a tar archive.

    ``names`` maps the offset of each wanted link's header to the name of the link. The links are
    collected in one pass over the members, and their targets are found in a second pass. If the
    archive contains no links, no data about its members is kept.
    """

    names: dict[int, str] = field(default_factory=dict)
    _targets: set[bytes] = field(default_factory=set)

    def add(self, name: str, member: TarMember, *, is_wanted: bool) -> None:
        """Add a link.

        A link that is not wanted is needed too, as it can be the target of another.
        """
        if is_wanted:
            self.names[member.offset] = name
        self._targets.add(_path_key(member.header.target))

    @property
    def is_full(self) -> bool:
        """Whether the maximum number of links has been reached."""
        return len(self._targets) >= MAX_LINKS or len(self.names) >= MAX_LINKS

    def by_target(self, members: Iterable[TarMember]) -> dict[int, list[int]]:
        """Return a mapping from the offset of each linked member to the offsets of its links.

        A link whose target is not an earlier member is left out.
        """
        files = dict[bytes, int | None]()
        links = dict[int, list[int]]()
        for member in members:
            file = None
            if is_hard_link(member.header):
                file = files.get(_path_key(member.header.target))
                if file is not None and member.offset in self.names:
                    links.setdefault(file, []).append(member.offset)
            elif member.header.kind in {TarKind.FILE, TarKind.HARD_LINK}:
                file = member.offset
            path = _path_key(member.header.path)
            if path in self._targets:
                files[path] = file
        return links


def is_hard_link(header: TarHeader) -> bool:
    """Whether a header describes a hard link without bytes of its own."""
    return header.kind is TarKind.HARD_LINK and not header.size


def _path_key(path: bytes) -> bytes:
    """Return a short key for a path. All spellings of the same path have the same key."""
    text = PurePosixPath(path.decode("latin-1")).as_posix().lstrip("/")
    return blake2b(text.encode("latin-1"), digest_size=16).digest()
