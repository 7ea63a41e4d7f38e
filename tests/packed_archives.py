"""Archives of invented documents, as bytes."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Mapping

from tests import kvr_document

KINDS = (".tar", ".tar.gz", ".tar.bz2", ".tar.xz", ".zip")
"""The endings of the kinds of archives."""

_COMPRESSORS: dict[str, Callable[[bytes], bytes]] = {
    ".tar": bytes,
    ".tar.gz": lambda content: gzip.compress(content, mtime=0),
    ".tar.bz2": bz2.compress,
    ".tar.xz": lzma.compress,
}


def documents(count: int) -> dict[str, bytes]:
    """Return ``count`` KVR documents, each of a different case, by the names of their files."""
    return {f"KVR{number}.xml": _document(number) for number in range(1, count + 1)}


def packed(kind: str, files: Mapping[str, bytes]) -> bytes:
    """Return an archive of the kind with the ending ``kind`` that contains these files."""
    return zipped(files) if kind == ".zip" else compressed(kind, tarred(files))


def compressed(kind: str, tar: bytes) -> bytes:
    """Return a tar, compressed according to the ending ``kind``."""
    return _COMPRESSORS[kind](tar)


def tarred(files: Mapping[str, bytes], *others: tarfile.TarInfo) -> bytes:
    """Return a tar with these files, and then the members ``others``, which have no bytes."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=tarfile.GNU_FORMAT) as archive:
        for name, content in files.items():
            archive.addfile(tar_info(name, size=len(content)), io.BytesIO(content))
        for other in others:
            archive.addfile(other)
    return file.getvalue()


def tar_info(
    name: str, kind: bytes = tarfile.REGTYPE, target: str = "", size: int = 0
) -> tarfile.TarInfo:
    """Return the header of a member."""
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, target, size
    return info


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a zip with these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return file.getvalue()


def _document(number: int) -> bytes:
    record = kvr_document.items(
        Vraagnr_bij_indiening=f"20405{number:05}",
        Vindplaats=f"Kamervragen met antwoord 2004-2005, nr. {number}, Tweede Kamer",
    )
    questions = f'<vraag nummer="1">Kent u bericht {number}?</vraag><vraag nummer="2">En?</vraag>'
    text = kvr_document.document(record=record, questions=questions)
    return text.replace("1262", str(number)).replace("2040509430", f"20405{number:05}").encode()
