"""A roster of the Tweede Kamer as authority tables: ``python -m tests.roster_tables DIR``.

The roster is "Parliaments Day-by-Day" (https://github.com/TomasZwinkels/PCCdata, CC BY-NC 4.0), in
the folder ``KV2RDF_ROSTER``. No row of it is part of this repository. The program writes a folder
for ``kv2rdf build --authority``.
"""

import csv
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from kv2rdf.reference.shipped_folders import folder
from tests.requirements import ROSTER

SOURCE = "TomasZwinkels/PCCdata"
LICENCE = "CC BY-NC 4.0"

Row = Mapping[str, str]


def write_roster_tables(roster: Path, to: Path) -> None:
    """Write persons, memberships and SOURCES.csv to a new folder."""
    to.mkdir(parents=True)
    ours = {row["key"]: row for row in _own("persons")}
    added = {row["key"]: row for row in _rows(roster / "persons_add.csv")}
    same = {key: _same_person(row, ours.values()) for key, row in added.items()}
    added = {key: row for key, row in added.items() if same[key] is None}
    ids = {row["person_key"]: row["pcc_id"] for row in _rows(roster / "pcc_to_persons.csv")}
    days = [dict(row) for row in _rows(roster / "roster_tk_first_days.csv")]
    for row in days:
        row["person_key"] = same.get(row["person_key"]) or row["person_key"]
        if row["person_key"] in ours and _is_another(row["pcc_id"], ours[row["person_key"]]):
            row["person_key"] += "-pcc"
        if row["person_key"] not in ours and row["person_key"] not in added:
            row["person_key"] = _known_key(row["pcc_id"], ours.values()) or row["person_key"]
    sat = {row["person_key"]: row["pcc_id"] for row in days}
    persons = [_person(key, row["full_name"], row["source"]) for key, row in added.items()]
    persons += [
        _person(key, _name_in_id(id_, key), SOURCE)
        for key, id_ in sat.items()
        if key not in ours and key not in added
    ]
    persons += [
        {"key": row["person_key"], "wikidata_qid": row["wikidata_qid"],
         "source": f"{SOURCE}: {row['source']}"}
        for row in _rows(roster / "qids_add.csv")
        if row["person_key"] in ours and not ours[row["person_key"]]["wikidata_qid"]
    ]  # fmt: skip
    rows = {person["key"]: person for person in persons}
    for key, names in _double_surnames(roster, days).items():
        if key in rows or key in ours:
            row = rows.setdefault(key, {"key": key, "source": SOURCE})
            row["other_names"] = "|".join(names)
    ministers = {row.split(";")[1] for row in _lines(roster / "pcc_MINE_NL.csv")}
    memberships = list(_memberships(days, added))
    groups = {row["person_key"] for row in _own("memberships") if row["kind"] != "party"}
    memberships += [
        _membership(key, "seat", "seat-tk", "")
        for key in (*added, *(k for k, id_ in ids.items() if k in ours and id_ not in ministers))
        if key not in sat and key not in groups
    ]
    _write(to, "persons", rows.values())
    _write(to, "memberships", memberships)
    source = {
        "name": SOURCE, "what": "who sat in the Tweede Kamer since 1946",
        "where": f"https://github.com/{SOURCE}", "licence": LICENCE,
    }  # fmt: skip
    _write(to, "SOURCES", [source])


def _memberships(days: Iterable[Row], added: Mapping[str, Row]) -> Iterable[dict[str, str]]:
    """Yield the memberships of persons with a seat on the first day of a term, and new parties."""
    parties = _party_keys()
    sittings = [row["first_sitting"] for row in _own("seats") if row["chamber"] == "tk"]
    terms = {first_day[:4]: first_day for first_day in sittings}
    spells: dict[str, list[Row]] = {}
    for own in _own("memberships"):
        spells.setdefault(own["person_key"], []).append(own)
    for row in days:
        key, term, party = (
            row["person_key"],
            terms[row["term"]],
            parties.get(_letters(row["party"])),
        )
        is_known = any(
            own["kind"] == "fractie-tk"
            and own["start"] <= row["day"]
            and (not own["end"] or row["day"] <= own["end"])
            for own in spells.get(key, ())
        )
        if party and not is_known:
            start = {"start": term, "start_precision": "term"}
            yield _membership(key, f"{party}-{row['term']}", "fractie-tk", party) | start
            yield _membership(key, f"seat-{row['term']}", "seat-tk", "") | {
                "start": row["day"], "start_precision": "not after",
                "end": row["day"], "end_precision": "not before",
            }  # fmt: skip
    for key, person in added.items():
        for name in map(_letters, person["parties"].split("|")):
            if name in parties:
                yield _membership(key, f"party-{parties[name]}", "party", parties[name])


def _membership(person: str, word: str, kind: str, party: str) -> dict[str, str]:
    return {
        "key": f"{person}-pcc-{word}", "person_key": person, "party_key": party, "kind": kind,
        "source": SOURCE,
    }  # fmt: skip


def _person(key: str, name: str, source: str) -> dict[str, str]:
    """Return a row of a person. The given name may not be the one that the initials are from."""
    words = name.split()[1:]
    prefix = next((n for n, word in enumerate(words) if not word[0].islower()), 0)
    surname = {"prefix": " ".join(words[:prefix]), "family": " ".join(words[prefix:])}
    return {"key": key, "full_name": name, "source": source, **surname}


def _name_in_id(id_: str, key: str) -> str:
    """Return the name in an identifier such as NL_Voorbeeld_Jan_1946.

    A key such as pm-JanVoorbeeld-Proef contains the second half of a surname. The identifier does
    not.
    """
    _, surname, given, _ = id_.split("_")
    whole = key.removeprefix(f"pm-{given}")
    return f"{given} {surname if whole == key else whole}"


def _is_another(id_: str, person: Row) -> bool:
    """Whether an identifier of the roster was wrongly taken for a person in our table.

    Both have the same surname and year of birth, but other given names, and our person is not known
    to have been a member.
    """
    given = id_.split("_")[2]
    names = f"{person['given']} {person['initials']}".split()
    return bool(names) and not person["tk_guid"] and all(n[0] != given[0] for n in names)


def _double_surnames(roster: Path, days: Iterable[Row]) -> dict[str, list[str]]:
    """Return the double surnames of persons of whom the roster has only the first part."""
    keys = {row["pcc_id"]: row["person_key"] for row in days}
    found: dict[str, list[str]] = {}
    for row in _rows(roster / "nameforms_kvr.csv"):
        first, hyphen, _ = row["name"].partition("-")
        is_certain = row["pcc_id"] and "S4" not in row["grades"] and int(row["mentions"]) >= 5
        if hyphen and is_certain and _letters(first) == _letters(row["pcc_id"].split("_")[1]):
            names = found.setdefault(keys.get(row["pcc_id"], row["person_key"]), [])
            if row["name"] not in names:
                names.append(row["name"])
    return found


def _same_person(added: Row, persons: Iterable[Row]) -> str | None:
    """Return the key of the person in our table with the same name, or None.

    Both were born in the same year, if our table has the date of birth.
    """
    found = [
        row["key"]
        for row in persons
        if row["full_name"] == added["full_name"]
        and row["birth_date"][:4] in ("", added["birth_year"])
    ]
    return found[0] if len(found) == 1 else None


def _known_key(id_: str, persons: Iterable[Row]) -> str | None:
    """Return the key of the person in our table with an identifier of the roster, or None."""
    _, surname, _, year = id_.split("_")
    found = [
        row["key"]
        for row in persons
        if row["birth_date"][:4] == year
        and f"{row['prefix']}{row['family']}".replace(" ", "").startswith(surname)
    ]
    return found[0] if len(found) == 1 else None


def _party_keys() -> dict[str, str]:
    return {
        _letters(name): row["key"]
        for row in _own("parties")
        for name in (row["abbreviation"], row["name"], *row["aliases"].split("|"))
        if name
    }


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.lower()))


def _own(name: str) -> list[Row]:
    return _rows(folder("seeds") / "authority" / f"{name}.csv")


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _write(to: Path, name: str, rows: Iterable[Row]) -> None:
    own = folder("seeds") / "authority" / f"{name}.csv"
    columns = own.read_text(encoding="utf-8").splitlines()[0].split(",")
    with (to / own.name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    write_roster_tables(ROSTER, Path(sys.argv[1]))
