"""The dumps and the store of a release, out of those before it and of what has changed since."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.pipeline.dumps.dataset_graphs import Rewritten
from kv2rdf.pipeline.dumps.write import Dumped
from kv2rdf.pipeline.increments.ledger import Before
from kv2rdf.pipeline.passes import line_files
from kv2rdf.pipeline.settings import Progress
from kv2rdf.rdf.triple_counts import Census
from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.dumps.stored_members import Packed, Packing, Shelf, key_range


@dataclass
class Change:
    """Lines that are no longer said, and lines that are said now."""

    removed: set[str]
    added: set[str]

    @classmethod
    def between(cls, before: Iterable[str], after: Iterable[str]) -> "Change":
        """Compare what was said with what is said."""
        said, says = set(before), set(after)
        return cls(said - says, says - said)

    def counted(self, census: Census) -> Census:
        """Give what a census of all lines comes to."""
        return census - Census.of(self.removed) + Census.of(self.added)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patching:
    """Where the parts of the changed clusters lie, as they were and as they are."""

    before: Before
    folder: Path
    parts_before: Path
    parts: Path
    at: Addresses

    def dumped(self, rewritten: Rewritten, told: Progress) -> Dumped:
        """Write the dumps, member by member, and the store and the text index.

        Raises ReleaseError where the release before does not hold what its ledger says.
        """
        ledger, old = self.before.ledger, self.before.folder
        shelf = Shelf(old / dump.NQUADS, old / dump.TURTLE, ledger.places, self.at.base)
        said, says = (
            self._lines(folder, "cases-*.nq") for folder in (self.parts_before, self.parts)
        )
        cases = Change.between(said, says)
        shared = dict(ledger.shared)
        register = self._register(shelf, shared)
        case_census = cases.counted(ledger.cases)
        register_census = register.counted(ledger.register)
        anew = rewritten.lines(case_census + register_census)
        of_itself = Change.between(
            *(chain.from_iterable(graphs.values()) for graphs in (ledger.rewritten, anew))
        )
        removed = cases.removed | register.removed | of_itself.removed
        added = cases.added | register.added | of_itself.added
        told("patch the dumps", 0, 0)
        packing = Packing(self.at.base)
        packed = (
            member if isinstance(member, Packed) else packing(member)
            for member in shelf.patched(removed, added)
        )
        nq, ttl = self.folder / dump.NQUADS, self.folder / dump.TURTLE
        written = dump.write(packed, nq, ttl, self.at.base)
        told("patch the store and the text index", 0, 0)
        sparql_store.patch(old / "store", self.folder / "store", removed, added)
        index = self.folder / text_index.NAME
        text_index.patch(old / text_index.NAME, index, said, says)
        return Dumped(
            cases=case_census,
            register=register_census,
            shared=shared,
            rewritten=anew,
            content=written.content,
            places=written.places,
        )

    def _register(self, shelf: Shelf, shared: dict[str, int]) -> Change:
        """Tell what the register gains and loses: what others still say of it stays.

        Brings up to date how often a line is said.
        """
        said, says = (
            dict(line_files.counted(sorted(folder.glob("register-*.nq"))))
            for folder in (self.parts_before, self.parts)
        )
        change = Change(set(), set())
        for line in said.keys() | says.keys():
            there = line in shelf.lines(key_range(line, self.at.base))
            was = shared.pop(line, int(there))
            now = was - said.get(line, 0) + says.get(line, 0)
            if now > 1:
                shared[line] = now
            if was and not now:
                change.removed.add(line)
            if now and not was:
                change.added.add(line)
        return change

    def _lines(self, folder: Path, pattern: str) -> list[str]:
        return [line for line, _ in line_files.counted(sorted(folder.glob(pattern)))]
