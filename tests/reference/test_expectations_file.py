"""The expectations are read strictly. Every error message contains the line or the key."""

import shutil
from pathlib import Path

import pytest

from kv2rdf.errors import SeedError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.reference.expectations_file import NAME, read_expectations
from kv2rdf.reference.shipped_folders import folder


def test_the_real_expectations_load() -> None:
    expected = read_expectations(folder("seeds"))
    assert expected.people.stop
    assert expected.years[SourceKind.KVR][2004].cases[0] > 1000
    assert expected.shares


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[seats]", "[seat]", "Object contains unknown field `seat`"),
        ("age = 18", "age = 18\nheight = 2", "unknown field `height` - at `$.people`"),
        ("age = 18", "age = 18.5", "Expected `int`, got `float` - at `$.people.age`"),
        ("age = 18", "age = -1", "Expected `int` >= 0 - at `$.people.age`"),
        ("age = 18", "age = ", r"line 18, column"),
        ("age = 18\n", "", "missing required field `age` - at `$.people`"),
        ("tk = 150", "xk = 150", "Invalid enum value 'xk'"),
        ("[years.kvr-xml]", "[years.kvr-html]", "Invalid enum value 'kvr-html'"),
        ("2004 = {", "twee = {", "Expected `int`, got `str`"),
        ("2004 = { documents", "2004 = { files", "unknown field `files`"),
        ("2004 = { documents = 1687", "2004 = { documents = 0", "Expected `int` >= 1"),
        ("2004 = { documents = 1687", "2003 = { documents = 1", "Cannot overwrite a value"),
        ('role = "indiener"', 'role = "vrager"', "Invalid enum value 'vrager'"),
        ('role = "indiener"', 'role = "indiener"\nmost = 1', "unknown field `most`"),
        ("least = 0.", "least = 1.", "Expected `float` <= 1.0 - at `$.shares"),
        ("cases = [1", "cases = [9", "the greatest number of cases is less than the least"),
        ("years = [2", "years = [9", "the last year is before the first"),
        ("years = [1", "years = [0", "Unclosed array (at line"),
        ("years = [1984,", "years = [1983,", "years has no row of 1983 for any of the sources"),
        ("first = 1", "first = 2", "the last day is before the first"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_or_key(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    path = tmp_path / NAME
    shutil.copyfile(folder("seeds") / NAME, path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(SeedError) as caught:
        read_expectations(tmp_path)
    assert str(caught.value).startswith(f"{NAME}: ")
    assert message in str(caught.value)
