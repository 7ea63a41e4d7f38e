"""The loading of a complete dump into the store and the text index of a release.

This is a separate module, so that a worker that loads a dump imports little else.
"""

from dataclasses import dataclass

from kv2rdf.release import sparql_store, text_index
from kv2rdf.release.dumps import dump
from kv2rdf.release.files import ReleaseFiles


@dataclass(frozen=True, slots=True)
class DumpLoader:
    """A function that loads a dump into the store or the text index of a release."""

    files: ReleaseFiles

    def __call__(self, index: str) -> int:
        """Load the index "store" or "text index", and return its number of triples or texts."""
        if index == "store":
            return sparql_store.build_store(self.files.nquads, self.files.store)
        lines = dump.dump_lines(self.files.nquads)
        return text_index.build_index(lines, self.files.text_index)
