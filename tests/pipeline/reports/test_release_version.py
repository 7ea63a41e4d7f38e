"""The version of a release depends on its documents, seeds, software and addresses only."""

import hashlib
import json
from dataclasses import replace
from datetime import date
from typing import Any

from kv2rdf.model.register import Person, Register
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.pipeline.reports.release_version import release_version
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference.register_files import Seeds

SEEDS = Seeds(register=Register(), lookups={"vindplaats": {"b": "x", "a": "y"}})
DAY = date(2022, 2, 25)
ENTRY = SpoolEntry(id="a.xml", sha256="0" * 64, fate=Fate.READ)
OTHER = SpoolEntry(id="b.xml", sha256="1" * 64, fate=Fate.READ)


def version(**changes: Any) -> str:
    return release_version(
        **{
            "newest": DAY,
            "day": DAY,
            "software": "1",
            "base": HOME,
            "entries": [ENTRY],
            "seeds": SEEDS,
            "revision_of": None,
            **changes,
        }
    )


def test_the_order_of_the_documents_and_of_the_lookups_does_not_matter() -> None:
    assert version(entries=(ENTRY, OTHER)) == version(entries=(OTHER, ENTRY))
    lookups = {"vindplaats": {"a": "y", "b": "x"}}
    assert version(seeds=replace(SEEDS, lookups=lookups)) == version()
    assert version().startswith("2022-02-25-")


def test_a_change_of_anything_that_a_release_is_made_from_changes_the_version() -> None:
    register = Register(persons=(Person(key="x", name="X"),))
    others = [
        version(software="2"),
        version(revision_of=DAY),
        version(base="https://example.org"),
        version(day=date(2022, 2, 26)),
        version(entries=[ENTRY, OTHER]),
        version(entries=[replace(ENTRY, sha256="2" * 64)]),
        version(entries=[replace(ENTRY, id="c.xml")]),
        version(seeds=replace(SEEDS, register=register)),
        version(seeds=replace(SEEDS, lookups={})),
    ]
    assert len({version(), *others}) == len(others) + 1


def test_the_version_is_a_hash_of_the_documented_json() -> None:
    seeds = {"lookups": {"vindplaats": {"a": "y", "b": "x"}}, "register": {}}
    content = {
        "base": HOME,
        "day": "2022-02-25",
        "documents": {"a.xml": "0" * 64},
        "revision_of": None,
        "seeds": seeds,
        "software": "1",
    }
    text = json.dumps(content, sort_keys=True, separators=(",", ":"))
    assert version() == f"2022-02-25-{hashlib.sha256(text.encode()).hexdigest()[:12]}"


def test_papers_without_a_day_have_a_version_too() -> None:
    assert version(newest=None).isalnum()
