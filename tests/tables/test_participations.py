"""The table of participations names the group and the party of every identified asker."""

from pathlib import Path

from kv2rdf.rdf.terms import Code, Dutch, Iri, Triple
from kv2rdf.rdf.vocabulary import ELIDL, HOME, KV, ORG, RDF, SKOS
from tests.tables import csvw
from tests.tables.conftest import release_of, write_quietly

PARTY = Iri(f"{HOME}/id/partij/groep-aap")
GROUP = Iri(f"{HOME}/id/fractie/tk-groep-aap")
ACTIVITY = Iri(f"{HOME}/eli/nl/tk/zaak/1#indiening")
ASKER = Iri(f"{HOME}/eli/nl/tk/zaak/1#indiener-Aap")


def labels(tables: Path) -> set[tuple[str, str, str]]:
    """Return the short name of the group, the party and its short name, for each asker."""
    rows = csvw.rows(tables, "participations")
    askers = (row for row in rows if row["role"] == "indiener")
    return {(row["group_label"], row["party"], row["party_label"]) for row in askers}


def test_an_asker_has_the_party_of_the_group(seed_tables: Path) -> None:
    assert labels(seed_tables) == {("CDA", f"{HOME}/id/partij/cda", "CDA")}


def test_a_group_without_an_abbreviation_has_the_short_name_of_its_party(tmp_path: Path) -> None:
    triples: list[Triple] = [
        (ACTIVITY, RDF.type, ELIDL.Activity),
        (ACTIVITY, ELIDL.had_participation, ASKER),
        (ASKER, RDF.type, ELIDL.Participation),
        (ASKER, ELIDL.participation_role, Iri(f"{HOME}/id/begrip/indiener")),
        (ASKER, ELIDL.participation_in_name_of, GROUP),
        (GROUP, RDF.type, KV.Group),
        (GROUP, SKOS.prefLabel, Dutch("Groep Aap, Tweede Kamer")),
        (GROUP, SKOS.notation, Code("Groep Aap")),
        (GROUP, ORG.subOrganizationOf, PARTY),
        (PARTY, RDF.type, KV.Party),
        (PARTY, SKOS.notation, Code("Groep Aap")),
    ]
    (tmp_path / "release").mkdir()
    write_quietly(release_of(tmp_path / "release", triples), tmp_path / "tables")
    assert labels(tmp_path / "tables") == {("Groep Aap", PARTY, "Groep Aap")}
