"""Two engines and one judgement: what they say of every example, and how we read it."""

import sys
from pathlib import Path

import pytest
from pyshacl.cli import main as pyshacl_command
from rdflib import Graph

from kv2rdf.validation import check_files
from kv2rdf.validation.engines import ENGINES, Engine, engine, shapes_in
from kv2rdf.validation.results import Complaint, complaints
from tests.conftest import ROOT
from tests.validation.examples import BROKEN, EVERY_FILE, GOLDEN, SHAPES, broken, ntriples
from tests.validation.third_engine import Third

pytestmark = pytest.mark.no_cover

KNOWN = {
    "period-end-date-of-another-datatype": "pyshacl gives no result for dates that cannot be"
    " compared under sh:lessThanOrEquals; SHACL 4.5.3 wants one",
}
"""Where one engine is known to be wrong, by broken example, and which."""


def engines() -> tuple[Engine, Engine]:
    return engine("turbo", SHAPES), engine("pyshacl", SHAPES)


def findings(found: tuple[Complaint, ...]) -> set[tuple[str, ...]]:
    """Give focus, path, value, component, severity and shape; a blank node has no name."""
    return {complaint.finding for complaint in found if complaint.focus.startswith("http")}


@pytest.mark.parametrize("case", GOLDEN)
def test_the_engines_agree_on_what_passes(case: str) -> None:
    fast, slow = (findings(engine_.validate(ntriples(case))) for engine_ in engines())
    assert fast == slow


@pytest.mark.parametrize("path", EVERY_FILE)
def test_the_engines_agree_on_what_is_broken(path: Path) -> None:
    fast, slow = (findings(engine_.validate(broken(path).ntriples)) for engine_ in engines())
    assert (fast != slow) == (path.stem in KNOWN)
    if path.stem in KNOWN:
        assert fast > slow


def test_a_third_engine_agrees_on_every_example() -> None:
    """No exception is known: our constraints say dates in a way that it can compare."""
    fast, third = engines()[0], Third(shapes_in(SHAPES))
    examples = [ntriples(case) for case in GOLDEN]
    examples += [broken(path).ntriples for path in BROKEN]
    assert len(examples) > 359
    for text in examples:
        assert findings(third.validate(text)) == findings(fast.validate(text))


@pytest.fixture(scope="module")
def shapes_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """All shapes in one file, as a user of pyshacl's command would have them."""
    path = tmp_path_factory.mktemp("shapes") / "shapes.ttl"
    shapes_in(SHAPES).serialize(path)
    return path


BY_COMMAND = pytest.mark.filterwarnings(
    # The command, not we, uses what rdflib deprecates and leaves its report open.
    r"ignore:Dataset\.:DeprecationWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore::ResourceWarning",
)


def by_command(data: Path, shapes: Path, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, ...]]:
    """Check a file with pyshacl's own command line."""
    report = data.with_suffix(".report.ttl")
    words = ["pyshacl", "-s", str(shapes), "-f", "turtle", "-o", str(report), str(data)]
    monkeypatch.setattr(sys, "argv", words)
    with pytest.raises(SystemExit):
        pyshacl_command()
    return findings(complaints(Graph().parse(report), shapes_in(SHAPES)))


@BY_COMMAND
def test_check_agrees_with_the_command_on_the_example(
    shapes_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "example.ttl"
    dossier = ROOT / "output" / "example" / "dossiers" / "2022" / "2022Z00634.ttl"
    data.write_bytes(dossier.read_bytes())
    checked = findings(check_files.checked((data,)))
    assert checked == by_command(data, shapes_file, monkeypatch)
    assert len(checked) == 4  # the notes without a text


@BY_COMMAND
@pytest.mark.parametrize("path", EVERY_FILE)
def test_check_agrees_with_the_command_on_a_broken_file(
    path: Path, shapes_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in (
        ("alone.ttl", path.read_text(encoding="utf-8")),
        ("whole.ttl", broken(path).ntriples),
    ):
        data = tmp_path / name
        data.write_text(text, encoding="utf-8")
        checked = findings(check_files.checked((data,)))
        assert checked == by_command(data, shapes_file, monkeypatch)


def test_an_engine_is_called_by_its_name() -> None:
    assert tuple(engine(name, SHAPES).name for name in ENGINES) == ENGINES


def test_a_complaint_tells_a_person_where_and_what_to_do() -> None:
    example = broken(ROOT / "tests" / "broken" / "days-that-do-not-add-up.ttl")
    (found,) = (c for c in engines()[0].validate(example.ntriples) if c.severity == "Violation")
    assert str(found) == (
        "Violation: https://w3id.org/kamervragen/eli/nl/tk/zaak/2022Z00634 (37): "
        "The number of days is the difference between tabling and first answer: recompute it."
    )
