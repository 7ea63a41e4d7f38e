"""The names of the files in the quarantine."""

import json
from pathlib import Path

import pytest

from kv2rdf.release.quarantine import HeldDocument, file_names, write_quarantine
from tests.every_case import every_case

ORDINARY = ["KVR1.xml", "KVR1.xml~6c2d69ec", "zaken.jsonl-8", "com10.xml", "auxiliary", "é.xml"]
REFUSED = ["x:y?.xml", "AUX", "aux.xml", "CON .xml", "COM1.txt", "a.", "a ", 'a"<b>|*', "😀" * 60]


def test_an_ordinary_id_is_the_name_of_its_file() -> None:
    assert file_names(ORDINARY) == {id_: id_ for id_ in ORDINARY}


@every_case("id_", REFUSED)
def test_a_name_that_some_file_system_refuses_is_spelled_in_another_way(id_: str) -> None:
    name = file_names([id_])[id_]
    assert name != id_
    assert not set(name) & set('"*/:<>?\\|')
    assert not name.endswith((".", " "))
    assert name.split(".")[0].strip().lower() not in {"aux", "con", "com1"}
    assert len(f"{name}.json".encode()) <= 255


@pytest.mark.parametrize(
    "ids",
    [
        ["a.xml", "A.xml"],
        ["é.xml", "e\u0301.xml"],
        ["straße", "STRASSE"],
        ["x:y", "x?y", "x_y"],
        ["x_y", "X:Y"],
        ["a.", "a ", "a_"],
        ["x:y", file_names(["x:y"])["x:y"]],
    ],
)
def test_no_file_system_confuses_the_files_of_two_documents(ids: list[str], tmp_path: Path) -> None:
    names = file_names(ids).values()
    assert len({name.casefold() for name in names}) == len(ids)
    folder = tmp_path / "quarantine"
    write_quarantine(folder, [HeldDocument(id=id_, location="", reason="") for id_ in ids])
    found = [json.loads(path.read_text())["document"] for path in folder.iterdir()]
    assert sorted(found) == sorted(ids)
