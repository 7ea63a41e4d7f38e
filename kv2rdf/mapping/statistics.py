"""The statistics: tables of counts as RDF Data Cube (https://www.w3.org/TR/vocab-data-cube/)."""

from collections.abc import Iterable

from kv2rdf import iri
from kv2rdf.iri import Addresses
from kv2rdf.model.statistics import Group, Observation, Table
from kv2rdf.rows import Triples, about, code
from kv2rdf.terms import Code, Dutch, English, Iri
from kv2rdf.vocab import DCT, KV, QB, RDF, SKOS

_COUNTS = (KV.caseCount, KV.questionCount)
_DAYS = (KV.caseCount, KV.meanDays, KV.fewestDays, KV.mostDays)
_TABLES = {
    Table.PARTY: (
        Dutch("Zaken en vragen per jaar en fractie"),
        English("Cases and questions by year and party"),
        (KV.year, KV.groupName, KV.groupIdentified),
        _COUNTS,
    ),
    Table.MINISTRY: (
        Dutch("Dagen tot het antwoord, per ministerie"),
        English("Days to the answer, by ministry"),
        (KV.groupName, KV.groupIdentified),
        _DAYS,
    ),
    Table.TOPIC: (
        Dutch("Zaken en vragen per onderwerp"),
        English("Cases and questions by topic"),
        (KV.topic,),
        _COUNTS,
    ),
    Table.YEAR: (
        Dutch("Zaken en vragen per jaar"),
        English("Cases and questions by year"),
        (KV.year,),
        _COUNTS,
    ),
}


def statistics(observations: Iterable[Observation], at: Addresses) -> Triples:
    """All tables, how they are made, and their rows."""
    for table in Table:
        yield from structure(table, at)
    for observation in observations:
        yield from counted(observation, at)


def structure(table: Table, at: Addresses) -> Triples:
    """A table: by what is counted, and what."""
    label, label_en, dimensions, measures = _TABLES[table]
    address = at.statistic(table)
    made = at.statistic(table, "structuur")
    by = {at.statistic(table, "structuur", _name(term)): term for term in dimensions}
    what = {at.statistic(table, "structuur", _name(term)): term for term in measures}
    yield from about(
        address,
        (RDF.type, QB.DataSet),
        (DCT.identifier, Code(table)),
        (SKOS.prefLabel, (label, label_en)),
        (QB.structure, made),
    )
    yield from about(
        made,
        (RDF.type, QB.DataStructureDefinition),
        (QB.component, (*by, *what)),
    )
    for part, term in by.items():
        yield from about(part, (RDF.type, QB.ComponentSpecification), (QB.dimension, term))
    for part, term in what.items():
        yield from about(part, (RDF.type, QB.ComponentSpecification), (QB.measure, term))


def counted(o: Observation, at: Addresses) -> Triples:
    """One row of a table."""
    group = o.group
    return about(
        at.statistic(group.table, _key(group)),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(group.table)),
        (KV.year, code(group.year)),
        (KV.groupName, code(group.name)),
        (KV.groupIdentified, group.identified),
        (KV.topic, Iri(group.topic) if group.topic else None),
        (KV.caseCount, o.cases),
        (KV.questionCount, o.questions),
        (KV.meanDays, o.mean_days),
        (KV.fewestDays, o.fewest_days),
        (KV.mostDays, o.most_days),
    )


def _key(group: Group) -> str:
    """Give what tells a row from the others of its table; a word is not known where it is ~."""
    words = [word for word in (group.year, group.name) if word is not None]
    if group.topic:
        words += group.topic.rsplit("/", 2)[1:]
    if group.identified is not None:
        words.append("herkend" if group.identified else "gedrukt")
    return "~~".join(iri.spelled(word) for word in words) or "~"


def _name(term: Iri) -> str:
    return term.rpartition("#")[2]
