"""The files that explain a release to newcomers: README, licence and vocabulary."""

import shutil
from collections.abc import Mapping

from kv2rdf.mapping.dataset import CC0, DESCRIPTION, RIGHTS, TITLE
from kv2rdf.model.dataset import DatasetRelease
from kv2rdf.reference import shipped_folders
from kv2rdf.release.files import ReleaseFiles

_README = """\
# Kamervragen, release {day}

{title}.

{description}
{description_nl}

Version {version}, made by {software}.
cases: {cases:,}; questions: {questions:,}; answers: {answers:,}; notices: {notices:,};
statements: {statements:,}

| file | what it contains |
|---|---|
| `kamervragen.nq.gz`, `kamervragen.ttl.gz` | all statements, with and without their graphs |
| `dossiers/` | a Turtle file for each case, to be read |
| `ontology/`, `shapes/` | what the terms mean, the JSON-LD context, and the rules for the data |
| `catalogue.ttl` | the description for data catalogues (DCAT) |
| `report.html`, `report.en.html` | what was read, what is published and what is missing |
| `report.json` | the same, for programs |
| `LICENSE`, `SOURCES.csv` | the licence of each part, and the sources of the register |

To check the files: `sha256sum -c manifest-sha256.txt`. To query them, load `kamervragen.nq.gz`
into any store for RDF, such as Oxigraph. Every statement about a case is in a graph of that case.

All other files and folders may be deleted: they only make queries and the next build faster. To
build this release again, run {software} on the same documents:

    kv2rdf build DOCUMENTS --base {base}{more}

The dumps list these documents: each has a name (`dct:identifier`) and a sha256 (`kv:sha256`).
"""
_LICENCE = """\
The data is dedicated to the public domain under CC0 1.0:
{address}
This includes ontology/, shapes/ and every file in dossiers/. The register of persons, parties and
offices contains facts from the sources in SOURCES.csv, which states the licence of each source.

{rights}
{rights_nl}
"""
_BROUGHT = """
Entries of the register from {name} ({what}, {where}) are under this licence: {licence}
"""


def write_explanations(
    files: ReleaseFiles,
    release: DatasetRelease,
    software: str,
    base: str,
    numbers: Mapping[str, int],
) -> None:
    """Write README.md and LICENSE, and copy SOURCES.csv, the ontology and the shapes.

    ``software`` names the program and its version. ``base`` is the beginning of all addresses.
    ``numbers`` maps words such as "cases" and "statements" to their numbers in the release.
    """
    files.readme.write_text(
        _README.format(
            day=release.day,
            title=TITLE[1],
            description=DESCRIPTION[1],
            description_nl=DESCRIPTION[0],
            version=release.version,
            software=software,
            base=base,
            more=_further_options(release),
            **numbers,
        ),
        encoding="utf-8",
    )
    files.licence.write_text(_licence(release), encoding="utf-8")
    register = shipped_folders.folder("seeds") / "authority"
    shutil.copyfile(register / files.register_sources.name, files.register_sources)
    for folder in (files.ontology, files.shapes):
        folder.mkdir()
        for path in sorted(shipped_folders.folder(folder.name).iterdir()):
            if path.suffix in (".ttl", ".jsonld"):
                shutil.copyfile(path, folder / path.name)


def _licence(release: DatasetRelease) -> str:
    others = (source for source in release.brought_sources if not source.is_public_domain)
    return _LICENCE.format(address=CC0, rights=RIGHTS[1], rights_nl=RIGHTS[0]) + "".join(
        _BROUGHT.format(name=s.name, what=s.what, where=s.where, licence=s.licence) for s in others
    )


def _further_options(release: DatasetRelease) -> str:
    """Return the options of the build that affect the files, except the base."""
    options = [
        f"--now {release.issued}" if release.issued else "",
        f"--revision-of {release.revision_of}" if release.revision_of else "",
        "--authority TABLES" if release.brought_sources else "",
    ]
    return "".join(f" {option}" for option in options if option)
