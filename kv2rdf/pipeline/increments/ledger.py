"""The ledger: what a build leaves in ``state/`` for the next one, which may start from it."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import msgspec

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.passes.results import MadeCluster
from kv2rdf.pipeline.passes.spool import SPOOL
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.reference import folders
from kv2rdf.release import manifest, text_index
from kv2rdf.release.dumps.dump import NQUADS, TURTLE
from kv2rdf.release.dumps.stored_members import Place

NAME = "ledger.json"
_LIBRARIES = ("kv2rdf", "lxml", "msgspec", "pyoxigraph", "pyshacl", "rdflib")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What a release was made with and of.

    ``clusters`` by their fingerprint; ``shared`` has the lines of the register that are said more
    than once, with how often; ``rewritten`` the lines of the graphs that every build writes anew;
    ``places`` where the members of both dumps lie.
    """

    made_with: dict[str, str]
    clusters: dict[str, MadeCluster]
    cases: Census
    register: Census
    shared: dict[str, int]
    rewritten: dict[str, tuple[str, ...]]
    places: tuple[Place, ...]

    def write(self, state: Path) -> None:
        """Write it into the folder of the state."""
        (state / NAME).write_bytes(msgspec.json.encode(self))


@dataclass(frozen=True, slots=True)
class Before:
    """The release that stands, where a build may start from it."""

    folder: Path
    ledger: Ledger


def made_with(base: str, engine: str) -> dict[str, str]:
    """Give what a release depends on besides its documents, each with what tells it from others."""
    package = Path(__file__).parents[2]
    return {
        "the software": _digest(package, "*.py"),
        "the libraries": " ".join(f"{name} {version(name)}" for name in _LIBRARIES),
        "ontology/": _digest(folders.folder("ontology"), "*.ttl"),
        "seeds/": _digest(folders.folder("seeds"), "*.csv"),
        "shapes/": _digest(folders.folder("shapes"), "*.ttl"),
        "the base of addresses": base,
        "the engine": engine,
    }


def before(release: Path | None, now: Mapping[str, str]) -> Before | str | None:
    """Give the release that stands if it was made with the same as ``now``, else why not.

    ``None`` where no release stands. A release whose dumps are not those of its manifest is no
    ground to build on.
    """
    if release is None:
        return None
    try:
        ledger = msgspec.json.decode((release / "state" / NAME).read_bytes(), type=Ledger)
        known = manifest.read(release)
    except (OSError, msgspec.DecodeError, ReleaseError):
        return "the release before cannot be built upon"
    changed = [name for name, what in now.items() if ledger.made_with.get(name) != what]
    if changed:
        return f"{' and '.join(changed)} changed"
    for name in (NQUADS, TURTLE):
        path = release / name
        if not path.is_file() or manifest.file_sha256(path) != known.get(name, ("", ""))[0]:
            return f"{name} of the release before is damaged"
    for name in ("store", text_index.NAME, f"state/{SPOOL}", *known):
        if not (release / name).exists():
            return f"the release before has no {name}"
    return Before(release, ledger)


def fingerprint(documents: Sequence[str], sha256: Mapping[str, str]) -> str:
    """Give what tells a cluster from every other: its documents by id and content."""
    known = "".join(f"{id_} {sha256[id_]}\n" for id_ in documents)
    return hashlib.sha256(known.encode()).hexdigest()


def _digest(folder: Path, pattern: str) -> str:
    whole = hashlib.sha256()
    for path in sorted(folder.rglob(pattern)):
        whole.update(path.relative_to(folder).as_posix().encode() + b"\0")
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
