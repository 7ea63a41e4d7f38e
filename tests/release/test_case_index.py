"""A patched index contains the same facts about each text and case as a new one."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

import pytest

from kv2rdf.rdf import nquads
from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, HOME, KV, PREFIXES, RDFS
from kv2rdf.release import text_index

KNOWN_THINGS = (
    "SELECT address, chamber, process, title, day FROM dossier",
    "SELECT text.address, dossier.address, place.kind, part FROM place"
    " JOIN text ON text.rowid = text_row JOIN dossier ON number = dossier",
    "SELECT address, role, value FROM link JOIN thing ON thing.number = thing"
    " JOIN dossier ON dossier.number = dossier",
    "SELECT value, label, is_main, folded FROM label JOIN thing ON number = thing"
    " WHERE thing IN (SELECT thing FROM link)",
)
"""The content of the index, without the numbers of rows and the names that nothing links to."""


def known_things(path: Path) -> list[list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as index:
        return [sorted(index.execute(query)) for query in KNOWN_THINGS]


def case_lines(number: int, *answers: str, asker: str = "kant") -> list[str]:
    """The lines of a case whose answer paper has some answers."""
    case, work = (Iri(f"{HOME}/eli/nl/tk/{kind}/{number}") for kind in ("zaak", "ah"))
    participation = Iri(f"{case}#indiener-{asker}")
    triples: list[Triple] = [
        (case, DCT.title, Dutch(f"Zaak {number}")),
        (case, ELIDL.process_id, Code(str(number))),
        (case, KV.askedBy, Iri(f"{HOME}/id/persoon/{asker}")),
        (participation, ELIDL.participation_role, Iri(PREFIXES["c"] + "indiener")),
        (participation, KV.nameForm, Iri(f"{HOME}/id/naamvorm/{asker}")),
        (work, KV.concernsDossier, case),
    ]
    for place, answer in enumerate(answers):
        part = Iri(f"{work}/antwoord/{place}")
        triples.append((part, ELI.is_part_of, work))
        triples.append((part, ELI.number, Code(str(place))))
        triples.append((part, KV.text, Dutch(answer)))
    return lines(triples)


def names(*labels: tuple[str, str]) -> list[str]:
    return lines((Iri(f"{HOME}/id/{end}"), RDFS.label, Code(label)) for end, label in labels)


def lines(triples: Iterable[Triple]) -> list[str]:
    return sorted(nquads.quad_lines(triples, Iri(f"{HOME}/graph/1")))


KEPT = case_lines(2, "Nee.")
OLD = case_lines(1, "Ja.", "Nee.")
OLD_NAMES = names(("persoon/kant", "Agnes Kant"), ("naamvorm/kant", "Kant (SP, tk)"))
OTHER_NAMES = names(("persoon/bos", "Wouter Bos"), ("naamvorm/kant", "Kant (S.P., tk)"))


@pytest.mark.parametrize(
    ("new", "removed_names", "added_names"),
    [
        ([], [], []),
        (OLD, [], []),
        (case_lines(1, "Ja."), [], []),
        (case_lines(1, "Ja.", "Nee.", "Wellicht.", asker="bos"), OLD_NAMES[:1], OTHER_NAMES),
        ([*case_lines(1), *case_lines(3, "Ja.")], [], []),
    ],
)
def test_a_patched_index_contains_what_a_new_index_contains(
    new: list[str], removed_names: list[str], added_names: list[str], tmp_path: Path
) -> None:
    previous, patched, whole = (tmp_path / f"{name}.sqlite" for name in ("old", "patched", "new"))
    text_index.build_index([*KEPT, *OLD, *OLD_NAMES], previous)
    text_index.patch_index(previous, patched, [*OLD, *removed_names], [*new, *added_names])
    left = [line for line in OLD_NAMES if line not in removed_names]
    text_index.build_index([*KEPT, *new, *sorted([*left, *added_names])], whole)
    assert known_things(patched) == known_things(whole)
    assert known_things(whole)[0]


def test_a_text_belongs_to_the_case_of_its_paper(tmp_path: Path) -> None:
    text_index.build_index([*KEPT, *OLD_NAMES], tmp_path / "index.sqlite")
    cases, places, links, labels = known_things(tmp_path / "index.sqlite")
    case = f"{HOME}/eli/nl/tk/zaak/2"
    assert cases == [(case, "tk", "2", "Zaak 2", None)]
    assert places == [
        (f"{HOME}/eli/nl/tk/ah/2/antwoord/0", case, "antwoord", "0"),
        (case, case, "zaak", None),
    ]
    assert [(role, str(thing).rpartition("/")[2]) for _, role, thing in links] == [
        ("asker", "kant"),
        ("form", "kant"),
    ]
    assert [(label, folded) for _, label, _, folded in labels] == [
        ("Kant (SP, tk)", "kant"),
        ("Agnes Kant", "agnes kant"),
    ]


@pytest.mark.parametrize("count", [999, 1_000, 1_001])
def test_rows_are_written_in_batches_of_a_thousand(tmp_path: Path, count: int) -> None:
    cases = [line for number in range(count) for line in case_lines(number)]
    text_index.build_index(sorted(cases), tmp_path / "index.sqlite")
    dossiers, _, links, _ = known_things(tmp_path / "index.sqlite")
    assert (len(dossiers), len(links)) == (count, 2 * count)
