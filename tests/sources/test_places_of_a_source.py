"""The places in the code that refer to a single source, as listed in docs/add-a-source.md."""

import re

import pytest

from kv2rdf.model.kinds import SourceKind
from tests.conftest import ROOT

GUIDE = (ROOT / "docs" / "add-a-source.md").read_text(encoding="utf-8")
FOR_ALL = {
    "kv2rdf/sources/formats.py",
    "kv2rdf/model/kinds.py",
    "kv2rdf/audit/fields.py",
    "kv2rdf/audit/database_tables.py",
}
RECORDS = r"kv2rdf\.(?:sources\.odata|audit\.records)\b|\bCASE_RECORD\b"
METADATA = r"kv2rdf\.(?:sources|audit)\.official\.metadata|\bOFFICIAL_METADATA\b"
OWN_ROOMS = ("sources/odata/", "audit/records/", "sources/official/", "audit/official/")


def files_with(pattern: str) -> set[str]:
    """Return the files of code outside the rooms of these sources in which a pattern occurs."""
    paths = ((path, path.relative_to(ROOT / "kv2rdf")) for path in ROOT.glob("kv2rdf/**/*.py"))
    return {
        f"kv2rdf/{inside.as_posix()}"
        for path, inside in paths
        if not inside.as_posix().startswith(OWN_ROOMS)
        and re.search(pattern, path.read_text(encoding="utf-8"))
    }


@pytest.mark.parametrize(
    ("pattern", "further"),
    [(METADATA, set()), (RECORDS, {"kv2rdf/audit/archives/documents_in_file.py"})],
)
def test_the_guide_lists_every_file_that_refers_to_a_source(
    pattern: str, further: set[str]
) -> None:
    found = files_with(pattern)
    assert found == FOR_ALL | further
    assert [path for path in found if path not in GUIDE] == []


def test_only_readers_refer_to_a_kind_of_source_by_name() -> None:
    names = "|".join(kind.name for kind in SourceKind if kind is not SourceKind.UNKNOWN)
    found = files_with(rf"\bSourceKind\.(?:{names})\b")
    assert {path for path in found if not path.startswith("kv2rdf/sources/")} == set()
