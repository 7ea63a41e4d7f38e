"""The statistics: tables of counts as RDF Data Cube (https://www.w3.org/TR/vocab-data-cube/)."""

from collections.abc import Iterable
from dataclasses import dataclass

from kv2rdf.addresses import spelling
from kv2rdf.addresses.minting import Addresses
from kv2rdf.model.statistics import Group, Observation, Table
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Code, Dutch, English, Iri
from kv2rdf.rdf.vocabulary import DCT, KV, QB, RDF, SKOS

_COUNTS = (KV.caseCount, KV.questionCount)
_DAYS = (KV.caseCount, KV.meanDays, KV.fewestDays, KV.mostDays)


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """How a table is made: by what is counted, and what."""

    name: str
    label: Dutch
    label_en: English
    dimensions: tuple[Iri, ...]
    measures: tuple[Iri, ...]


_TABLES = {
    Table.PARTY: Made(
        name=Table.PARTY,
        label=Dutch("Zaken en vragen per jaar en fractie"),
        label_en=English("Cases and questions by year and party"),
        dimensions=(KV.year, KV.groupName, KV.groupIdentified),
        measures=_COUNTS,
    ),
    Table.MINISTRY: Made(
        name=Table.MINISTRY,
        label=Dutch("Dagen tot het antwoord, per ministerie"),
        label_en=English("Days to the answer, by ministry"),
        dimensions=(KV.groupName, KV.groupIdentified),
        measures=_DAYS,
    ),
    Table.TOPIC: Made(
        name=Table.TOPIC,
        label=Dutch("Zaken en vragen per onderwerp"),
        label_en=English("Cases and questions by topic"),
        dimensions=(KV.topic,),
        measures=_COUNTS,
    ),
    Table.MEDIUM: Made(
        name=Table.MEDIUM,
        label=Dutch("Zaken en vragen per jaar en aangehaald medium"),
        label_en=English("Cases and questions by year and medium cited"),
        dimensions=(KV.year, KV.groupName),
        measures=_COUNTS,
    ),
    Table.YEAR: Made(
        name=Table.YEAR,
        label=Dutch("Zaken en vragen per jaar"),
        label_en=English("Cases and questions by year"),
        dimensions=(KV.year,),
        measures=_COUNTS,
    ),
}


def statistics(observations: Iterable[Observation], at: Addresses) -> Triples:
    """All tables, how they are made, and their rows."""
    for table in Table:
        yield from described(_TABLES[table], at)
    for observation in observations:
        yield from counted(observation, at)


def described(table: Made, at: Addresses) -> Triples:
    """A table: by what is counted, and what."""
    made = at.statistic(table.name, "structuur")
    by = {at.statistic(table.name, "structuur", _name(term)): term for term in table.dimensions}
    what = {at.statistic(table.name, "structuur", _name(term)): term for term in table.measures}
    yield from about(
        at.statistic(table.name),
        (RDF.type, QB.DataSet),
        (DCT.identifier, Code(table.name)),
        (SKOS.prefLabel, (table.label, table.label_en)),
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
    return "~~".join(spelling.spelled(word) for word in words) or "~"


def _name(term: Iri) -> str:
    return term.rpartition("#")[2]
