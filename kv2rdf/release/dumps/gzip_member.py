"""One gzip member of a dump (RFC 1952)."""

import hashlib
import zlib
from dataclasses import dataclass
from typing import Self

_LEVEL = 6
_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""The header of a member, without a file name or time, so that equal content has equal bytes."""


@dataclass(frozen=True, slots=True)
class GzipMember:
    """A gzip member, and the sha256 of its content."""

    compressed: bytes
    content_sha256: bytes

    @classmethod
    def pack(cls, content: bytes) -> Self:
        """Compress some content and return it as a member."""
        packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
        size = len(content) & 0xFFFFFFFF
        compressed = (
            _HEADER,
            packer.compress(content),
            packer.flush(),
            zlib.crc32(content).to_bytes(4, "little"),
            size.to_bytes(4, "little"),
        )
        return cls(b"".join(compressed), hashlib.sha256(content).digest())
