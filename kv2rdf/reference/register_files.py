"""The register and the lookups, read from the CSV files in ``seeds/``."""

import hashlib
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from kv2rdf.model.register import Misprint, MisprintKind, OfficeKind, Register
from kv2rdf.reference.authority_tables import AuthorityTables, copy_brought_tables
from kv2rdf.reference.correction_rows import correction_from_row, moved_address_from_row
from kv2rdf.reference.csv_rows import read_rows
from kv2rdf.reference.register_rows import (
    answer_term_from_row,
    cabinet_from_row,
    heading_match_from_row,
    medium_from_row,
    membership_from_row,
    ministry_from_row,
    office_from_row,
    party_from_row,
    person_from_row,
    seat_count_from_row,
    speaker_from_row,
    tenure_from_row,
    topic_from_row,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeds:
    """The content of ``seeds/``.

    ``lookups`` maps each kind of phrase, such as ``vindplaats``, to a mapping from misprinted words
    to the intended words. The key of a misprinted date of tabling (``indiendatum``) is the name of
    the document, a space, and the date. ``register`` contains the misprints of its own names.
    """

    register: Register
    lookups: Mapping[str, Mapping[str, str]]


LOOKUP_KINDS = ("vindplaats", "indiendatum")
"""The kinds of lookups that are used to read documents. The others correct misprinted names."""


_BROUGHT = "brought"
"""The name of the folder, in a copy of ``seeds/``, that contains the user's tables."""


def copy_seeds(folder: Path, to: Path, brought: Path | None = None) -> None:
    """Copy the CSV files of ``seeds`` and the user's tables in ``brought`` to a new folder.

    Raises SeedError for the same reasons as ``copy_brought_tables``.
    """
    for path in sorted(folder.rglob("*.csv")):
        copy = to / path.relative_to(folder)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    if brought is not None:
        copy_brought_tables(brought, to / _BROUGHT)


@dataclass(frozen=True, slots=True)
class _SeedFolder:
    """A folder of tables. Two folders are equal if all of their tables are equal."""

    folder: Path = field(compare=False)
    digest: bytes


def read_seeds(folder: Path) -> Seeds:
    """Return the content of the folder ``seeds``, or of a copy that also contains a user's tables.

    A process that reads equal tables again, such as one that builds several releases, gets the same
    object. Raises SeedError if a table is not valid CSV in UTF-8, or if a row has no source, refers
    to a row that does not exist, has the key of an earlier row, has an invalid value, or
    contradicts another row. The message contains the file and, for a row, the line.
    """
    whole = hashlib.sha256()
    for path in sorted(folder.rglob("*.csv")):
        content = path.read_bytes()
        whole.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode() + content)
    return _seeds(_SeedFolder(folder, whole.digest()))


@lru_cache(maxsize=2)
def _seeds(seeds: _SeedFolder) -> Seeds:
    folder = seeds.folder
    authority = AuthorityTables(folder / "authority", folder / _BROUGHT)
    persons = authority.read("persons", person_from_row)
    parties = authority.read("parties", party_from_row)
    ministries = authority.read("ministries", ministry_from_row)
    offices = authority.read(
        "offices",
        office_from_row,
        references={"ministry_key": {m.key for m in ministries}},
    )
    topics = authority.read("topics", topic_from_row, references={"parent_key": None})
    party_keys = {"party_key": {p.key for p in parties}}
    person_keys = {"person_key": {p.key for p in persons}}
    lookups: dict[str, dict[str, str]] = {kind: {} for kind in LOOKUP_KINDS}
    misprints = []
    names = {
        MisprintKind.PARTY: {p.short_name for p in parties},
        MisprintKind.OFFICE: {
            *OfficeKind,
            *(m.name for m in ministries),
            *(o.portfolio for o in offices),
        },
        MisprintKind.OFFICER: {p.key for p in persons},
    }
    for kind, printed, meant in read_rows(
        folder / "lookups.csv",
        lambda row: correction_from_row(row, names),
        key_columns=("kind", "printed"),
        references={"kind": {*LOOKUP_KINDS, *MisprintKind}},
    ):
        if kind in lookups:
            lookups[kind][printed] = meant
        else:
            misprints.append(Misprint(kind=MisprintKind(kind), printed=printed, meant=meant))
    register = Register(
        persons=persons,
        parties=parties,
        memberships=authority.read(
            "memberships",
            membership_from_row,
            references=person_keys | party_keys,
        ),
        ministries=ministries,
        offices=offices,
        tenures=authority.read(
            "tenures",
            tenure_from_row,
            key_columns=("person_key", "office_key", "start"),
            references=person_keys | {"office_key": {o.key for o in offices}},
        ),
        cabinets=authority.read("cabinets", cabinet_from_row),
        topics=topics,
        heading_matches=authority.read(
            "headings",
            heading_match_from_row,
            key_columns=("heading", "theme_key"),
            references={"theme_key": {t.key for t in topics}},
        ),
        media=authority.read("media", medium_from_row, references={"parent_key": None}),
        speakers=authority.read(
            "speakers",
            speaker_from_row,
            key_columns=("name_printed", "party_key", "chamber"),
            references=party_keys,
        ),
        seat_counts=authority.read(
            "seats",
            seat_count_from_row,
            key_columns=("chamber", "first_sitting", "party_key"),
            references=party_keys,
        ),
        answer_terms=read_rows(
            folder / "terms.csv", answer_term_from_row, key_columns=("chamber", "from")
        ),
        misprints=tuple(misprints),
        brought_sources=authority.brought_sources(),
        moved_addresses=read_rows(
            folder / "moved.csv", moved_address_from_row, key_columns=("old",)
        ),
    )
    return Seeds(register=register, lookups=lookups)
