"""Changes that a record of a case may have, each made by one function on its fields or bytes."""

import json
from collections.abc import Callable
from random import Random
from typing import Any

Fields = dict[str, Any]

_ODD = "\x85\u2028\u00a0\u200b\ufeff\ufb01\u0301\U0001f600|~\\\"'\t\n\x01\x7f\x93\u0661"
_HALVES = ("\ud800", "\udc00")
_VALUES: tuple[Any, ...] = (
    None, "", " ", 0, -1, 1.5, 1e300, 10**30, True, False, [], {}, [1, [2]], {"a": {"b": None}},
    "x" * 500_000, "2031-02-30", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59Z", "2031-07-01",
    "0000-0001", "2031Z00099", "Onderwerp | met streep", "\u0660\u0661", "A, B,, C (D.)",
)  # fmt: skip
_ACTORS = ("Indiener", "Medeindiener", "Gericht aan", "Volgcommissie", "Gast", "")
_PAPERS = (
    "Schriftelijke vragen", "Antwoord schriftelijke vragen",
    "Antwoord schriftelijke vragen (nader)", "Mededeling", None,
)  # fmt: skip


def _change(fields: Fields, chance: Random) -> None:
    fields[chance.choice(sorted(fields))] = chance.choice(_VALUES)


def _drop(fields: Fields, chance: Random) -> None:
    del fields[chance.choice(sorted(fields))]


def _add(fields: Fields, chance: Random) -> None:
    fields[f"Nieuw{chance.randrange(3)}"] = chance.choice(_VALUES)


def _move(fields: Fields, chance: Random) -> None:
    one, two = chance.choice(sorted(fields)), chance.choice(sorted(fields))
    fields[one], fields[two] = fields[two], fields[one]


def _insert_character(fields: Fields, chance: Random) -> None:
    name = chance.choice([key for key in sorted(fields) if isinstance(fields[key], str)])
    at = chance.randint(0, len(fields[name]))
    fields[name] = fields[name][:at] + chance.choice(_ODD) + fields[name][at:]


def _insert_half(fields: Fields, chance: Random) -> None:
    name = chance.choice(sorted(fields))
    fields[name] = f"{fields[name]}{chance.choice(_HALVES)}"


def _add_actors(fields: Fields, chance: Random) -> None:
    fields["ZaakActor"] = [
        {
            "Relatie": chance.choice(_ACTORS),
            "ActorNaam": chance.choice(("Inge Bos", "R. Vos (R.)", "Mos | Mos", "", None, "A\nB")),
            "ActorFractie": chance.choice(("ABC", None, "", "D|E")),
            "Functie": chance.choice(("minister van Water", None, "Tweede Kamerlid")),
            "Verwijderd": chance.choice((False, False, True)),
            chance.choice(("Id", "Nieuw")): chance.choice(("1", None, {"a": 1})),
        }
        for _ in range(chance.choice((1, 3, 250)))
    ]


def _add_papers(fields: Fields, chance: Random) -> None:
    def version() -> Fields:
        kinds = ("kv-tk-2031Z00001", "ah-tk-20302031-12", "ah-tk-20302031-0013-h1", "x", "", None)
        return {"ExterneIdentifier": chance.choice(kinds), "Verwijderd": chance.random() < 0.2}

    fields["Document"] = [
        {
            "Soort": chance.choice(_PAPERS),
            "Onderwerp": chance.choice(("Antwoord over een sluis", "a | b", "", None)),
            "Datum": chance.choice(("2031-02-01T23:30:00Z", "2031-02-01", None, "morgen")),
            "DatumOntvangst": chance.choice((None, "2031-02-03T00:00:00+01:00")),
            "Aanhangselnummer": chance.choice((None, "303100012", "303100014", "12")),
            "DocumentNummer": "2031D00001",
            "DocumentVersie": [version() for _ in range(chance.randrange(3))],
        }
        for _ in range(chance.randrange(1, 4))
    ]


_CHANGES: tuple[Callable[[Fields, Random], None], ...] = (
    _change, _change, _drop, _add, _move, _insert_character, _insert_half, _add_actors,
    _add_papers,
)  # fmt: skip


def _repeat_field(record: bytes, chance: Random) -> bytes:
    name = chance.choice(("Onderwerp", "Nummer", "Indiener", "Nieuw"))
    return record[:-1] + f', "{name}": "eerst", "{name}": "later"}}'.encode()


def _truncate(record: bytes, chance: Random) -> bytes:
    return record[: chance.randrange(1, len(record))]


def _flip_bit(record: bytes, chance: Random) -> bytes:
    changed = bytearray(record)
    changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed).replace(b"\n", b" ")


def _put_constant(record: bytes, chance: Random) -> bytes:
    constant = chance.choice((b"NaN", b"Infinity", b"1e999", b"1" * 5_000, b"[" * 3_000))
    return record[:-1] + b', "Nieuw": ' + constant + b"}"


_CHANGES_OF_BYTES: tuple[Callable[[bytes, Random], bytes], ...] = (
    _repeat_field, _truncate, _flip_bit, _put_constant,
)  # fmt: skip

NUMBER_OF_CHANGES = len(_CHANGES) + len(_CHANGES_OF_BYTES)


def mutated_record(fields: Fields, chance: Random) -> bytes:
    """Return a record with one to three random changes, on one line."""
    changed, kinds = dict(fields), [chance.randrange(NUMBER_OF_CHANGES) for _ in range(3)]
    kinds = kinds[: chance.randint(1, 3)]
    for kind in kinds:
        if kind < len(_CHANGES) and any(isinstance(value, str) for value in changed.values()):
            _CHANGES[kind](changed, chance)
    record = json.dumps(changed, ensure_ascii=chance.random() < 0.5)
    content = record.encode("utf-8", "surrogatepass")
    for kind in kinds:
        if kind >= len(_CHANGES):
            return _CHANGES_OF_BYTES[kind - len(_CHANGES)](content, chance)
    return content
