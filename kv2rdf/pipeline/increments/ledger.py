"""The ledger in ``state/``, which the next build needs in order to reuse the release."""

import gc
import hashlib
import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.metadata import requires, version
from itertools import chain
from pathlib import Path

import msgspec

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.dumps.register_line_counts import RegisterLineCounts
from kv2rdf.pipeline.passes.results import ClusterResult
from kv2rdf.rdf.triple_counts import TripleCounts
from kv2rdf.reference import shipped_folders
from kv2rdf.release import manifest
from kv2rdf.release.derived_files import derived_problems
from kv2rdf.release.dumps.packing import MemberSpan
from kv2rdf.release.files import ReleaseFiles


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The record of a build, which the next build uses.

    ``build_inputs`` is the result of the function ``build_inputs``. ``sources_sha256`` is the hash
    of the sources, or None if it is not available. ``clusters`` maps the fingerprint of each
    cluster to the result of building it. The other fields are those of ``DumpResult``.
    """

    build_inputs: dict[str, str]
    sources_sha256: str | None
    clusters: dict[str, ClusterResult]
    case_triple_counts: TripleCounts
    register_triple_counts: TripleCounts
    register_line_counts: RegisterLineCounts
    dataset_lines: dict[str, tuple[str, ...]]
    member_spans: tuple[MemberSpan, ...]
    store_patches: int

    def write(self, release: ReleaseFiles) -> None:
        """Write the ledger into a release."""
        release.ledger.write_bytes(msgspec.json.encode(self))


@dataclass(frozen=True, slots=True)
class PreviousRelease:
    """A published release that a build can reuse."""

    files: ReleaseFiles
    ledger: Ledger


def build_inputs(base: str, engine: str) -> dict[str, str]:
    """Return the version, hash or value of each input of a build except documents and seeds/.

    The keys are names for use in messages. Only a release with the same build inputs can be reused.
    """
    return {
        "the software": _software_digest(),
        "the libraries": _library_versions(),
        "the version of Python": platform.python_version(),
        "ontology/": _digest(shipped_folders.folder("ontology"), "*.ttl"),
        "shapes/": _digest(shipped_folders.folder("shapes"), "*.ttl"),
        "the base of addresses": base,
        "the engine": engine,
    }


def reusable_release(
    release: ReleaseFiles | None, inputs: Mapping[str, str]
) -> PreviousRelease | str | None:
    """Return a release, or the reason why a build with these inputs cannot reuse it.

    Return None if ``release`` is None, because nothing has been published yet. A release can be
    reused if it was built with the same inputs, and if all of its files have the hashes with which
    they were published.
    """
    if release is None:
        return None
    needed = (release.ledger, release.manifest, release.checksums)
    if missing := [release.name(path) for path in needed if not path.is_file()]:
        return f"the previous release has no file {missing[0]}"
    try:
        with _no_garbage_collection():
            ledger = msgspec.json.decode(release.ledger.read_bytes(), type=Ledger)
        listed = manifest.read_manifest(release)
    except (OSError, msgspec.DecodeError, RecursionError, ReleaseError):
        return "the ledger or the manifest of the previous release cannot be read"
    changed = [name for name, value in inputs.items() if ledger.build_inputs.get(name) != value]
    if changed:
        return f"{' and '.join(changed)} changed"
    for problem in chain(derived_problems(release), manifest.listed_problems(release, listed)):
        return f"the previous release is damaged: {problem}"
    return PreviousRelease(release, ledger)


def cluster_fingerprint(documents: Sequence[str], sha256: Mapping[str, str]) -> str:
    """Return a hash of the ids and the content of a cluster's documents."""
    lines = "".join(f"{id_} {sha256[id_]}\n" for id_ in documents)
    return hashlib.sha256(lines.encode()).hexdigest()


@contextmanager
def _no_garbage_collection() -> Iterator[None]:
    """Return a context manager within which Python does not search for unused objects.

    A ledger consists of a million objects, all of which are used. While they are created, Python
    would examine them again and again, which would take five times as long as creating them. They
    are not examined afterwards either, until ``gc.unfreeze`` is called at the end of the build.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


@cache
def _software_digest() -> str:
    """Return a hash of the modules of kv2rdf. A process reads the modules only once."""
    return _digest(Path(__file__).parents[2], "*.py")


@cache
def _library_versions() -> str:
    """Return the names and versions of kv2rdf and of the libraries that it needs without extras.

    Another version of a parser or of a SHACL engine may change what is published.
    """
    needed = (each for each in requires("kv2rdf") or () if "extra ==" not in each)
    names = ("kv2rdf", *(re.split(r"[^\w.-]", each, maxsplit=1)[0] for each in needed))
    return " ".join(f"{name} {version(name)}" for name in names)


def _digest(folder: Path, pattern: str) -> str:
    """Return a hash of the paths and content of files below ``folder`` that match ``pattern``."""
    whole = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
