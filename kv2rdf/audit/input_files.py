"""The input documents in files, folders and archives."""

import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from kv2rdf.audit.archives.documents_in_file import read_documents
from kv2rdf.audit.archives.member import AnnouncedMembers, AuditInput, short_name
from kv2rdf.audit.archives.tar_members import TarMembers
from kv2rdf.audit.archives.unpacked_bytes import UNPACKING_ERRORS, unpack
from kv2rdf.audit.archives.zip_members import ZipMembers
from kv2rdf.errors import InputError

_TAR_ENDINGS = (".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tbz", ".tar.xz", ".txz")
_COMPRESSED_ENDINGS = (".gz", ".bz2", ".xz")
_FILES_OF_A_RELEASE = ("manifest-sha256.txt", "kamervragen.nq.gz")


def read_inputs(sources: Sequence[Path]) -> Iterator[AuditInput]:
    """Yield every document in ``sources``, except hidden files and releases in folders.

    A document that cannot be opened or is too large to be published is yielded without bytes.
    Raises InputError if a source does not exist.
    """
    for source in sources:
        if not source.exists():
            raise InputError(f"{source}: No such file or directory")
        yield from _read_below(source, set())


def _read_below(path: Path, seen: set[Path]) -> Iterator[AuditInput]:
    """Yield the documents in a file or below a folder. Each folder is visited only once."""
    if not path.is_dir():
        yield from _read_file(path)
    elif (folder := path.resolve()) not in seen:
        seen.add(folder)
        is_release = all((folder / name).exists() for name in _FILES_OF_A_RELEASE)
        for entry in sorted(path.iterdir()):
            if not is_release and not entry.name.startswith("."):
                yield from _read_below(entry, seen)


def _read_file(path: Path) -> Iterator[AuditInput]:
    name = path.name.lower()
    archive = AnnouncedMembers(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            yield AuditInput(path.name, b"", "is no file")
        elif name.endswith(_TAR_ENDINGS):
            yield from TarMembers(archive).inputs()
            yield archive.archive()
        elif name.endswith(".zip"):
            yield from ZipMembers(archive).inputs()
            yield archive.archive()
        else:
            ending = next(filter(name.endswith, _COMPRESSED_ENDINGS), "")
            with path.open("rb") as file:
                inside = path.name[: len(name) - len(ending)]
                yield from read_documents([inside], unpack(file, ending[1:]))
    except UNPACKING_ERRORS:
        yield AuditInput(short_name(path.name), b"", archive.file_hash())
