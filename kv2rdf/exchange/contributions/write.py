"""The folder of files for Wikidata, made from a release."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kv2rdf.errors import ReleaseError
from kv2rdf.exchange.contributions import mixnmatch, proposals, quickstatements
from kv2rdf.exchange.contributions.cases import CaseNumbers, numbers_of_cases
from kv2rdf.exchange.contributions.counterparts import Counterpart, counterparts
from kv2rdf.query.open_release import Release
from kv2rdf.release.existing_release import check_is_outside
from kv2rdf.release.replacement_folder import FolderKind, replacement_folder

README = "README.md"
FILES = (
    "quickstatements-v1.tsv",
    "quickstatements-v2.csv",
    "mixnmatch-persons.tsv",
    "mixnmatch-parties.tsv",
    "mixnmatch-offices.tsv",
    "proposal-persons.wiki",
    "proposal-cases.wiki",
)
_FOLDER = FolderKind(name="files for Wikidata", required=README, files=frozenset(FILES))
_EXAMPLES = 5
_GUIDE = """\
# Files for Wikidata

Made by `kv2rdf link wikidata` from a release of {base}. Nothing was sent to Wikidata: a person
decides, file by file. The formats and the assumptions are described in docs/wikidata.md.

Before anything is imported:

1. Open five of the addresses in quickstatements-v1.tsv. If one does not show a page about the item,
   import nothing.
2. Ask on https://www.wikidata.org/wiki/Wikidata:Project_chat whether the links are wanted. Links
   to one's own site, added to hundreds of items, are easily taken for advertising.
3. The reference of each statement is this dataset itself. An editor may say that such a reference
   proves nothing. The statement is also right without it: leave out the columns S854 and s813.
4. If a property for persons exists or is proposed, do not add P973 to persons: it says the same.
5. Import the first 50 lines only, look at each, and wait a day.

| file | lines | what it is |
|---|---|---|
| quickstatements-v1.tsv | {statements} | "described at URL" (P973), where the item is certain |
| quickstatements-v2.csv | {statements} | the same statements as CSV; import one of the two files |
| mixnmatch-persons.tsv | {persons} | every person of the release |
| mixnmatch-parties.tsv | {parties} | every party |
| mixnmatch-offices.tsv | {offices} | every office |
| proposal-persons.wiki | | a draft proposal for a property: {persons} identifiers |
| proposal-cases.wiki | | a draft proposal for a property: {cases} identifiers |

{unused} things have an item, but no case of this release refers to them for certain. They have no
line in the files of QuickStatements, as their pages would show nothing.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    base: str
    persons: tuple[Counterpart, ...]
    parties: tuple[Counterpart, ...]
    offices: tuple[Counterpart, ...]
    cases: CaseNumbers
    statements: tuple[quickstatements.DescriptionStatement, ...]

    @property
    def things(self) -> tuple[Counterpart, ...]:
        return self.persons + self.parties + self.offices


def write_contributions(folder: Path, out: Path, retrieved: date | None) -> int:
    """Write files for Wikidata from the release in a folder, and return the number of statements.

    ``retrieved`` is the date on which the addresses were retrieved, for the references, or None if
    it is not known. Existing files in ``out`` are replaced. Raises ReleaseError if the release is
    empty or cannot be read, if ``out`` is inside the release or contains any other files, if a key
    is not valid, if an item belongs to two entities, or if an entity has two items.
    """
    # Path.resolve() raises RuntimeError for a link that leads back to itself.
    check_is_outside(out, folder)
    with Release(folder) as release:
        content = _content(release, retrieved)
    with replacement_folder(out.absolute(), _FOLDER) as new:
        for name, text in _files(content):
            (new / name).write_text(text, encoding="utf-8", newline="")
    return len(content.statements)


def _content(release: Release, retrieved: date | None) -> _Content:
    base = release.base
    if base is None:
        raise ReleaseError(f"{release.files.folder}: the release is empty")
    persons, parties, offices = (
        counterparts(release, base, kind) for kind in ("persoon", "partij", "ambt")
    )
    reference = f"{base}/dataset/kamervragen"
    statements = tuple(
        quickstatements.DescriptionStatement(thing.item, thing.address, reference, retrieved)
        for thing in persons + parties + offices
        if thing.item and thing.uses
    )
    return _Content(
        base=base,
        persons=persons,
        parties=parties,
        offices=offices,
        cases=numbers_of_cases(release, base, persons, _EXAMPLES),
        statements=statements,
    )


def _files(content: _Content) -> Iterator[tuple[str, str]]:
    texts = (
        quickstatements.version_1(content.statements),
        quickstatements.version_2(content.statements),
        mixnmatch.person_catalogue(content.persons),
        mixnmatch.thing_catalogue(content.parties),
        mixnmatch.thing_catalogue(content.offices),
        proposals.person_proposal(content.base, content.persons, _EXAMPLES),
        proposals.case_proposal(content.base, content.cases),
    )
    yield from zip(FILES, texts, strict=True)
    guide = _GUIDE.format(
        base=content.base,
        statements=len(content.statements),
        persons=len(content.persons),
        parties=len(content.parties),
        offices=len(content.offices),
        cases=len(content.cases.fitting),
        unused=sum(1 for thing in content.things if thing.item and not thing.uses),
    )
    yield README, guide
