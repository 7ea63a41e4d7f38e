"""The documents in an archive that the reader and the audit find, and those that they lose."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kv2rdf.audit.archives.member import AuditInput
from kv2rdf.audit.input_document import AuditDocument, name_in_id, with_shortest_digits
from kv2rdf.audit.input_files import read_inputs
from kv2rdf.sources.input.documents import InputDocument, list_documents, load_documents


@dataclass(frozen=True)
class ArchiveOutcomes:
    """The documents that the reader and the audit find in an archive."""

    path: Path
    documents: tuple[InputDocument, ...]
    inputs: tuple[AuditInput, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether the archive is held back."""
        return any(d.problem and d.id.startswith(self.path.name) for d in self.documents)

    def losses(self, originals: Mapping[str, bytes]) -> Iterator[str]:
        """Yield the packed documents that were lost without a message."""
        names = {d.id.partition("~")[0] for d in self.documents}
        announced = {i.name for i in self.inputs}
        must_be_held_back = any(i.name == self.path.name and i.is_required for i in self.inputs)
        for name in originals:
            if name not in names and not self.is_held_back:
                yield f"the reader loses {name}"
            if name not in announced and not must_be_held_back:
                yield f"the audit loses {name}"

    def changes(self, originals: Mapping[str, bytes]) -> Iterator[str]:
        """Yield the documents whose bytes differ from those that were packed."""
        for document in self.documents:
            name = document.id.partition("~")[0]
            is_changed = originals.get(name, document.content) != document.content
            if document.problem is None and is_changed and not self.is_held_back:
                yield f"the reader changes {name}"

    def disagreements(self) -> Iterator[str]:
        """Yield the faults that an audit would report about a release of these documents."""
        read = {
            (with_shortest_digits(d.id, d.sha256), d.sha256)
            for d in self.documents
            if d.problem is None and not d.other_kind
        }
        listed = {d.id for d in self.documents if d.problem is not None or d.other_kind}
        listed |= {f"~{id_.rpartition('~')[2]}" for id_ in listed if "~" in id_}
        found = 0
        for name, sha256, is_required in {
            (name_in_id(i.name), i.sha256, i.is_required) for i in self.inputs
        }:
            document = AuditDocument(0, name, sha256, is_readable=False, is_required=is_required)
            is_read = {(name, sha256), (document.name_with_digits, sha256)} & read
            if is_read or document.is_among(listed):
                found += 1
            elif is_required:
                yield f"the audit finds {name} nowhere"
        if found != len(self.documents):
            yield f"the audit finds {found} of {len(self.documents)} documents"


def archive_outcomes(path: Path) -> ArchiveOutcomes:
    """Return the documents that the reader and the audit find in an archive.

    Raises AssertionError if the reader does not load what it lists.
    """
    ids = list_documents([path])
    documents = tuple(load_documents([path], ids))
    assert {d.id: d.sha256 for d in documents} == ids
    return ArchiveOutcomes(path, documents, tuple(read_inputs([path])))
