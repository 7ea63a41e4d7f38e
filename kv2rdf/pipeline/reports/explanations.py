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
| `LICENSE` | the licence, and what there is to know about rights |

To check the files: `sha256sum -c manifest-sha256.txt`. To query them, load `kamervragen.nq.gz`
into any store for RDF, such as Oxigraph. Every statement about a case is in a graph of that case.
"""
_LICENCE = """\
The data is dedicated to the public domain under CC0 1.0:
{address}

{rights}
{rights_nl}
"""
_BROUGHT = """
Entries of the register from {name} ({what}, {where}) are under this licence: {licence}
"""


def write_explanations(
    files: ReleaseFiles, release: DatasetRelease, software: str, numbers: Mapping[str, int]
) -> None:
    """Write README.md and LICENSE, and copy the ontology and the shapes into a release.

    ``software`` names the program and its version. ``numbers`` maps words such as "cases" and
    "statements" to their numbers in the release.
    """
    files.readme.write_text(
        _README.format(
            day=release.day,
            title=TITLE[1],
            description=DESCRIPTION[1],
            description_nl=DESCRIPTION[0],
            version=release.version,
            software=software,
            **numbers,
        ),
        encoding="utf-8",
    )
    files.licence.write_text(_licence(release), encoding="utf-8")
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
