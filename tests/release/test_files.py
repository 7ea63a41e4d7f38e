"""The names of the files of a release are defined in two modules."""

import ast
from collections.abc import Iterator
from pathlib import Path

from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT

NAMES_MODULES = {
    ROOT / "kv2rdf" / "release" / "files.py",
    ROOT / "kv2rdf" / "storage" / "release_folder.py",
}
FILES = ReleaseFiles(Path("release"))
PATHS = {
    name: getattr(FILES, name)
    for name, member in vars(ReleaseFiles).items()
    if isinstance(member, property)
}


def named_files(path: Path) -> Iterator[str]:
    """Yield the names of files and folders of a release that a module contains as strings.

    A single word, such as "state", counts only if it is joined to a path.
    """
    names = {file.name for file in PATHS.values()}
    found = set()
    text = path.read_text(encoding="utf-8")
    if not any(f'"{name}"' in text for name in names):
        return
    for node in ast.walk(ast.parse(text)):
        is_joined = isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div)
        word = node.right if is_joined and isinstance(node, ast.BinOp) else node
        if isinstance(word, ast.Constant) and word.value in names:
            name = str(word.value)
            if is_joined or "." in name:
                found.add(f"{path.name}:{word.lineno}: {name}")
    yield from sorted(found)


def test_no_other_module_names_a_file_of_a_release() -> None:
    modules = [p for p in (ROOT / "kv2rdf").rglob("*.py") if p not in NAMES_MODULES]
    found = [name for module in modules for name in named_files(module)]
    audit = "input_files.py"  # the audit shares no code with the build
    readme = "write.py"  # the README of another folder
    tables = "authority_tables.py"  # the sources in another folder
    assert sorted(name.split(":")[0] for name in found) == [tables, audit, audit, readme], found


def test_a_name_that_is_written_out_is_found(tmp_path: Path) -> None:
    module = tmp_path / "module.py"
    module.write_text('store = release / "store"\nDUMP = "kamervragen.nq.gz"\nstate = "state"\n')
    assert sorted(named_files(module)) == [
        "module.py:1: store",
        "module.py:2: kamervragen.nq.gz",
    ]


def test_a_release_consists_of_these_files(seed_release: Path) -> None:
    temporary = {"parts", "previous_parts"}
    absent = {"audit", "quarantine"}  # the seed is not audited, and nothing is held back
    files = ReleaseFiles(seed_release)
    expected = {name: getattr(files, name) for name in PATHS.keys() - temporary - absent}
    assert all(path.exists() for path in expected.values())
    top = {path for path in expected.values() if path.parent == seed_release}
    assert set(seed_release.iterdir()) == top
    inside = {path for path in expected.values() if path.parent == files.state}
    assert set(files.state.iterdir()) == inside
