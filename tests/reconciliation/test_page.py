"""The examples in docs/reconciliation.md are the results of the program."""

import json
import re
from pathlib import Path
from textwrap import dedent

import pytest

from kv2rdf.reconciliation.circumstances import QueryProperty
from kv2rdf.reconciliation.entities import EntityType
from kv2rdf.reconciliation.extension import extension_response
from kv2rdf.reconciliation.extension_properties import PROPERTIES
from kv2rdf.reconciliation.extension_queries import MOST_THINGS
from kv2rdf.reconciliation.preview import PREVIEW_HEIGHT, PREVIEW_WIDTH
from kv2rdf.reconciliation.queries import MOST_CANDIDATES, MOST_QUERIES
from kv2rdf.reconciliation.reconciler import LONGEST_TEXT, Reconciler
from kv2rdf.reconciliation.responses import result_batch
from tests.cli.commands import run
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "reconciliation.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_command_on_the_page_writes_the_table_on_the_page(
    loaded: Reconciler, seed_release: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (command,) = re.findall(r"^    kv2rdf (reconcile .*)$", PAGE, re.MULTILINE)
    given, expected = map(
        dedent, re.findall(r"(?:^    name,.*\n(?:    .*\n)+)", PAGE, re.MULTILINE)
    )
    (tmp_path / "askers.csv").write_text(given, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(Reconciler, "of_release", lambda _: loaded)
    result = run(*command.split(), "--release", seed_release)
    assert (result.exit_code, result.stdout) == (0, expected)


def test_the_batch_on_the_page_has_the_results_on_the_page(loaded: Reconciler) -> None:
    batch, expected = map(json.loads, blocks("json")[:2])
    assert result_batch(loaded, batch) == expected


def test_the_extension_on_the_page_has_the_answer_on_the_page(loaded: Reconciler) -> None:
    query, expected = map(json.loads, blocks("json")[2:])
    assert extension_response(loaded, query) == expected


def test_the_page_says_which_things_have_a_property() -> None:
    rows = re.findall(r"^\| (`.*`) \| (.*?) \| .* \|$", PAGE, re.MULTILINE)
    types = {
        name: kinds.split(", ") for names, kinds in rows for name in re.findall(r"`(.*?)`", names)
    }
    assert {
        each.id.value: list(each.types) for each in PROPERTIES.values()
    }.items() <= types.items()


def test_the_page_has_the_size_of_a_preview() -> None:
    assert f"{PREVIEW_WIDTH} × {PREVIEW_HEIGHT} pixels" in PAGE


def test_the_page_names_every_type_property_and_limit() -> None:
    for word in (*EntityType, *QueryProperty):
        assert f"`{word}`" in PAGE
    for number in (MOST_CANDIDATES, MOST_QUERIES, LONGEST_TEXT, MOST_THINGS):
        assert f"{number:,}" in PAGE
