"""The messages that the server and a worker process exchange over a socket."""

import asyncio
import json
import struct
from dataclasses import asdict, dataclass
from typing import IO, Self

from kv2rdf.query.sparql import Dataset

_HEAD = struct.Struct("!cI")

REQUEST = b"q"
"""The server requests the result of a query. The content is a ``SparqlRequest``."""
READY = b"r"
"""The worker has opened the store. The content is a ``ReadyWorker``."""
DATA = b"d"
"""The next bytes of a result."""
END = b"e"
"""The result is complete. The content is a list of warnings about the query."""
PROBLEM = b"p"
"""The query cannot be run. The content is the reason."""
DAMAGE = b"x"
"""The store cannot be read. The content is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyWorker:
    """A worker that has opened the store: its process id, and the protections in force.

    The protections are those that ``confine_process`` returns.
    """

    process: int
    protections: tuple[str, ...]

    def packed(self) -> bytes:
        """Return the process id and the protections as the content of a message."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Return the worker that the content of a message describes."""
        fields = json.loads(content)
        return cls(process=fields["process"], protections=tuple(fields["protections"]))


@dataclass(frozen=True, slots=True, kw_only=True)
class SparqlRequest:
    """A query to run. ``media_type`` is the media type of the result.

    If ``dataset`` is None, the query is run on the graphs that it names or, if it names none, on
    all graphs.

    If ``is_named`` is true, the query is a named query, and the worker finds the first rows of the
    result by the fast method that ``Release.answer`` also uses.
    """

    query: str
    media_type: str
    dataset: Dataset | None = None
    is_named: bool = False

    def packed(self) -> bytes:
        """Return the request as the content of a message."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpacked(cls, content: bytes) -> Self:
        """Return the request that is the content of a message."""
        fields = json.loads(content)
        dataset = fields.pop("dataset")
        graphs = dataset and Dataset(
            tuple(dataset["default_graphs"]), tuple(dataset["named_graphs"])
        )
        return cls(**fields, dataset=graphs)


def frame(kind: bytes, content: bytes = b"") -> bytes:
    """Return the bytes of a message. ``kind`` is a constant of this module, such as ``DATA``."""
    return _HEAD.pack(kind, len(content)) + content


def read_frame(source: IO[bytes]) -> tuple[bytes, bytes] | None:
    """Return the kind and the content of the next message, or None at the end of ``source``."""
    head = source.read(_HEAD.size)
    if len(head) < _HEAD.size:
        return None
    kind, length = _HEAD.unpack(head)
    return kind, source.read(length)


async def next_frame(source: asyncio.StreamReader) -> tuple[bytes, bytes]:
    """Return the kind and the content of the next message.

    Raises IncompleteReadError or ConnectionError if ``source`` ends before the message is complete.
    """
    kind, length = _HEAD.unpack(await source.readexactly(_HEAD.size))
    return kind, await source.readexactly(length)
