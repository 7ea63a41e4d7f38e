"""The engines agree on every example, and their reports are read correctly."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pyshacl.cli import main as pyshacl_command
from rdflib import Graph

from kv2rdf.validation import check_files
from kv2rdf.validation.engines import ENGINES, Engine, engine, shapes_in
from kv2rdf.validation.results import ShapeResult, shape_results
from tests.conftest import ROOT
from tests.validation.examples import (
    FILES,
    GOLDEN,
    ROWS,
    SHAPES,
    BrokenExample,
    broken_ntriples,
    changed_ntriples,
    for_broken_examples,
    ntriples,
    results,
)
from tests.validation.third_engine import ThirdEngine

pytestmark = pytest.mark.no_cover

KNOWN = {
    "dossier with an extended deadline kv:extendedDue other datatype": "pyshacl has no result for"
    " dates that cannot be compared under sh:lessThan; SHACL 4.5.3 requires one",
    "period dcat:endDate other datatype": "pyshacl has no result for dates that cannot be"
    " compared under sh:lessThanOrEquals; SHACL 4.5.4 requires one",
}
"""The known errors of an engine, by broken example."""


def engines() -> tuple[Engine, Engine]:
    return engine("shacl", SHAPES), engine("pyshacl", SHAPES)


def keys(results: tuple[ShapeResult, ...]) -> set[tuple[str, ...]]:
    """Return the facts on which engines must agree, except for results about blank nodes."""
    return {result.comparison_key for result in results if result.focus.startswith("http")}


@pytest.mark.sampled(33)
@pytest.mark.parametrize("case", GOLDEN)
def test_the_engines_agree_on_valid_examples(case: str) -> None:
    fast, slow = (keys(engine_.validate(ntriples(case))) for engine_ in engines())
    assert fast == slow


@for_broken_examples(110, step=2, always=KNOWN)
def test_the_engines_agree_on_broken_examples(broken: BrokenExample) -> None:
    fast, slow = (keys(engine_.validate(broken_ntriples(broken))) for engine_ in engines())
    assert (fast != slow) == (broken.name in KNOWN)
    if broken.name in KNOWN:
        assert fast > slow


@pytest.mark.parametrize(
    "examples",
    [
        pytest.param((*GOLDEN[::20], *FILES[::24]), id="some"),
        pytest.param((*GOLDEN, *FILES, *ROWS), id="all", marks=pytest.mark.long),
    ],
)
def test_a_third_engine_agrees_on_every_example(examples: tuple[str | BrokenExample, ...]) -> None:
    """There are no known exceptions: our constraints use dates in a way that it can compare."""
    fast, third = engines()[0], ThirdEngine(shapes_in(SHAPES))
    for example in examples:
        text = ntriples(example) if isinstance(example, str) else broken_ntriples(example)
        assert keys(third.validate(text)) == keys(fast.validate(text))


@pytest.fixture(scope="module")
def shapes_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All shapes in one file, for pyshacl's own command."""
    path = tmp_path_factory.mktemp("shapes") / "shapes.ttl"
    shapes_in(SHAPES).serialize(path)
    return path


COMMAND_WARNINGS = pytest.mark.filterwarnings(
    # The command uses what rdflib deprecates, and leaves its report open.
    r"ignore:Dataset\.:DeprecationWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::ResourceWarning",
)


def command_keys(data: Path, shapes: Path, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, ...]]:
    """Return the keys of the results of pyshacl's own command for a file."""
    report = data.with_suffix(".report.ttl")
    arguments = ["pyshacl", "-s", str(shapes), "-f", "turtle", "-o", str(report), str(data)]
    monkeypatch.setattr(sys, "argv", arguments)
    with pytest.raises(SystemExit):
        pyshacl_command()
    return keys(shape_results(Graph().parse(report), shapes_in(SHAPES)))


@pytest.mark.long
@COMMAND_WARNINGS
def test_check_agrees_with_the_command_on_the_example(
    shapes_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "example.ttl"
    dossier = ROOT / "output" / "example" / "dossiers" / "2022" / "2022Z00634.ttl"
    data.write_bytes(dossier.read_bytes())
    checked = keys(check_files.validate_files((data,)))
    assert checked == command_keys(data, shapes_file, monkeypatch)
    assert len(checked) == 4  # the notes without a text


@COMMAND_WARNINGS
@for_broken_examples(300, step=60)
@pytest.mark.parametrize(
    "text",
    [
        pytest.param(changed_ntriples, id="alone"),
        pytest.param(broken_ntriples, id="whole", marks=pytest.mark.long),
    ],
)
def test_check_agrees_with_the_command_on_a_broken_example(
    broken: BrokenExample,
    text: Callable[[BrokenExample], str],
    shapes_file: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    data = tmp_path / "data.ttl"
    data.write_text(text(broken), encoding="utf-8")
    checked = keys(check_files.validate_files((data,)))
    assert checked == command_keys(data, shapes_file, monkeypatch)


def test_every_engine_has_its_own_name() -> None:
    assert tuple(engine(name, SHAPES).name for name in ENGINES) == ENGINES


def test_a_result_as_text_has_the_place_and_the_message() -> None:
    (example,) = (file for file in FILES if file.name == "days-that-do-not-add-up")
    (found,) = (
        result for result in results(broken_ntriples(example)) if result.severity == "Violation"
    )
    assert str(found) == (
        "Violation: https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634 (37): "
        "The number of days is the difference between tabling and first answer: recompute it."
    )
