"""The data of the local services: invented persons, and two persons of the seed."""

from typing import Any

PREFIXES = """
@prefix p: <http://www.wikidata.org/prop/> .
@prefix pq: <http://www.wikidata.org/prop/qualifier/> .
@prefix pqv: <http://www.wikidata.org/prop/qualifier/value/> .
@prefix ps: <http://www.wikidata.org/prop/statement/> .
@prefix psv: <http://www.wikidata.org/prop/statement/value/> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix s: <http://www.wikidata.org/entity/statement/> .
@prefix wd: <http://www.wikidata.org/entity/> .
@prefix wdt: <http://www.wikidata.org/prop/direct/> .
@prefix wikibase: <http://wikiba.se/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
MEMBER, DEFENCE, TRANSPORT, CDA = "Q18887908", "Q20740176", "Q15731332", "Q273749"
TERM = "Q900000100"
PALLAND = "356e5fc9-831f-4d9c-be2f-fd35a99e865b"


def _moment(day: str, precision: int) -> str:
    return f'[ wikibase:timeValue "{day}T00:00:00Z"^^xsd:dateTime ; ' + (
        f"wikibase:timePrecision {precision} ]"
    )


def held(person: str, name: str, position: str, *qualifiers: str, rank: str = "Normal") -> str:
    """Return a statement that a person held a position, in Turtle."""
    address = f"s:{person}-{name}"
    more = "".join(f" ; {qualifier}" for qualifier in qualifiers)
    return (
        f"wd:{person} p:P39 {address} .\n"
        f"{address} ps:P39 wd:{position} ; wikibase:rank wikibase:{rank}Rank{more} .\n"
    )


def person(item: str, name: str, *facts: str) -> str:
    """Return a person with a name in Dutch, in Turtle."""
    return "".join(f"wd:{item} {fact} .\n" for fact in (f'rdfs:label "{name}"@nl', *facts))


def start(day: str, precision: int = 11) -> str:
    return f"pqv:P580 {_moment(day, precision)}"


def end(day: str, precision: int = 11) -> str:
    return f'pqv:P582 {_moment(day, precision)} ; pq:P582 "{day}T00:00:00Z"^^xsd:dateTime'


def born(day: str, precision: int = 11) -> str:
    return f"p:P569 [ psv:P569 {_moment(day, precision)} ]"


STATEMENTS = "".join(
    (
        PREFIXES,
        f'wd:{TERM} wdt:P580 "1982-09-16T00:00:00Z"^^xsd:dateTime ;'
        ' wdt:P582 "1986-06-02T00:00:00Z"^^xsd:dateTime .\n',
        person("Q900000001", "Jan van der Voorbeeld", 'wdt:P1749 "vg09ll000001"',
               born("1940-01-02")),
        held("Q900000001", "a", MEMBER, start("1986-06-03"), end("1989-09-13"),
             f"pq:P4100 wd:{CDA}"),
        held("Q900000001", "b", MEMBER, start("1990-03-01", 10), end("1993-01-01", 9)),
        person("Q900000002", "Piet Tweederde"),
        held("Q900000002", "a", MEMBER, f"pq:P2937 wd:{TERM}"),
        person("Q900000003", "Karel Derdemans"),
        held("Q900000003", "no-end", MEMBER, start("1990-01-01")),
        held("Q900000003", "unknown-end", MEMBER, start("1970-01-01"), "pq:P582 []"),
        held("Q900000003", "deprecated", MEMBER, start("1990-01-01"), end("1991-01-01"),
             rank="Deprecated"),
        held("Q900000003", "backwards", MEMBER, start("1992-01-01"), end("1991-01-01")),
        held("Q900000003", "group", MEMBER, start("1990-01-01"), end("1991-01-01"),
             "pq:P4100 wd:Q900000999"),
        person("Q900000004", "Bart van Winsen"),
        held("Q900000004", "a", MEMBER, start("1999-01-01"), end("2001-01-01")),
        person("Q900000005", "Els de Vierdevoort", "wdt:P734 wd:Q900000050", born("1950-01-01", 9)),
        held("Q900000005", "a", DEFENCE, start("1990-01-01"), end("1991-01-01")),
        held("Q900000005", "b", TRANSPORT, start("2009-01-01"), end("2012-01-01")),
        person("Q900000006", "Anna Maria Klein Voorbeeld"),
        held("Q900000006", "a", MEMBER, start("1990-01-01"), end("1991-01-01")),
        person("Q900000007", "Kees Kinderman", born("1980-05-05")),
        held("Q900000007", "a", MEMBER, start("1990-01-01"), end("1991-01-01")),
        person("Q900000008", "Dirk Vroegeman"),
        held("Q900000008", "a", MEMBER, start("1970-01-01"), end("1971-01-01")),
        person("Q900000009", "Marijke Voorbeeld-van der Zee"),
        held("Q900000009", "a", MEMBER, start("1990-01-01"), end("1991-01-01")),
        person("Q28861157", "Hilde Palland"),
        held("Q28861157", "a", MEMBER, start("2021-03-31"), end("2023-01-05")),
    )
)  # fmt: skip


def _row(identifier: str, **fields: Any) -> dict[str, Any]:
    return {"Id": identifier, "Verwijderd": False, **fields}


def _person(identifier: str, given: str, prefix: str | None, family: str) -> dict[str, Any]:
    return _row(
        identifier, Titels=None, Initialen=f"{given[0]}.", Tussenvoegsel=prefix, Achternaam=family,
        Voornamen=given, Roepnaam=given, Geslacht="vrouw", Functie="Oud Kamerlid",
        Geboortedatum="1961-02-03T00:00:00+01:00",
    )  # fmt: skip


def _spell(
    identifier: str, person: str, seat: str, since: str, until: str | None
) -> dict[str, Any]:
    return _row(
        identifier, FractieZetel_Id=seat, Persoon_Id=person, Functie="Lid",
        Van=f"{since}T00:00:00+02:00", TotEnMet=f"{until}T00:00:00+02:00" if until else None,
    )  # fmt: skip


NEW = "aaaaaaaa-0000-4000-8000-000000000001"
CROWD = "bbbbbbbb-0000-4000-8000-000000000002"


def entities() -> dict[str, list[dict[str, Any]]]:
    """Return the rows of the chamber."""
    deleted = _person("cccccccc-0000-4000-8000-000000000003", "Weg", None, "Gehaald")
    return {
        "Persoon": [
            _person(PALLAND, "Hilde", None, "Palland"),
            _person(NEW, "Anna", "van den", "Nieuwenstein"),
            _person(CROWD, "Saar", None, "Teveelmans"),
            deleted | {"Verwijderd": True},
        ],
        "Fractie": [
            _row("f1", Afkorting="CDA", NaamNL="Christen-Democratisch Appèl"),
            _row("f2", Afkorting="SGP", NaamNL="Staatkundig Gereformeerde Partij"),
            _row("f3", Afkorting="NIEUW", NaamNL="Partij die de tabellen niet hebben"),
        ],
        "FractieZetel": [
            _row("z1", Fractie_Id="f1"), _row("z2", Fractie_Id="f2"), _row("z3", Fractie_Id="f3")
        ],
        "FractieZetelPersoon": [
            _spell("11111111-0000-4000-8000-000000000001", NEW, "z1", "1995-05-17", "1997-06-30"),
            _spell("11111111-0000-4000-8000-000000000002", NEW, "z3", "1998-05-19", "1999-06-30"),
            _spell("11111111-0000-4000-8000-000000000003", CROWD, "z2", "2021-03-31", "2022-07-01"),
            _spell("11111111-0000-4000-8000-000000000005", NEW, "z1", "1999-05-17", "1998-06-30"),
            _spell("11111111-0000-4000-8000-000000000004", "unknown", "z1", "1995-05-17", None),
        ],
    }  # fmt: skip
