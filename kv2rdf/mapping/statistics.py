"""The statistics of all cases, as data cubes."""

from collections.abc import Iterable

from kv2rdf.addresses.minting import Addresses
from kv2rdf.addresses.spelling import joined_key
from kv2rdf.mapping.data_cube import DataCube, data_cube
from kv2rdf.mapping.labels import label_rows
from kv2rdf.model.statistics import Group, Observation, StatisticsTable
from kv2rdf.rdf.rows import Triples, about, code
from kv2rdf.rdf.terms import Dutch, English, Iri
from kv2rdf.rdf.vocabulary import KV, QB, RDF, SKOS

_COUNTS = (KV.caseCount, KV.questionCount)
_DAYS = (KV.caseCount, KV.meanDays, KV.fewestDays, KV.mostDays)


_CUBES = {
    StatisticsTable.PARTY: DataCube(
        name=StatisticsTable.PARTY,
        label=Dutch("Zaken en vragen per jaar en fractie"),
        label_en=English("Cases and questions by year and party"),
        dimensions=(KV.year, KV.groupName, KV.groupIdentified),
        attributes=(KV.group,),
        measures=_COUNTS,
    ),
    StatisticsTable.MINISTRY: DataCube(
        name=StatisticsTable.MINISTRY,
        label=Dutch("Dagen tot het antwoord, per ministerie"),
        label_en=English("Days to the answer, by ministry"),
        dimensions=(KV.groupName, KV.groupIdentified),
        attributes=(KV.group,),
        measures=_DAYS,
    ),
    StatisticsTable.TOPIC: DataCube(
        name=StatisticsTable.TOPIC,
        label=Dutch("Zaken en vragen per onderwerp"),
        label_en=English("Cases and questions by topic"),
        dimensions=(KV.topic,),
        measures=_COUNTS,
    ),
    StatisticsTable.MEDIUM: DataCube(
        name=StatisticsTable.MEDIUM,
        label=Dutch("Zaken en vragen per jaar en aangehaald medium"),
        label_en=English("Cases and questions by year and medium cited"),
        dimensions=(KV.year, KV.groupName),
        attributes=(KV.group,),
        measures=_COUNTS,
    ),
    StatisticsTable.YEAR: DataCube(
        name=StatisticsTable.YEAR,
        label=Dutch("Zaken en vragen per jaar"),
        label_en=English("Cases and questions by year"),
        dimensions=(KV.year,),
        measures=_COUNTS,
    ),
}


def statistics(observations: Iterable[Observation], at: Addresses) -> Triples:
    """Return the triples of all tables, with their structures and rows."""
    rows = tuple(observations)
    for table in StatisticsTable:
        yield from data_cube(_CUBES[table], at)
    yield from topic_list(rows, at)
    for o in rows:
        yield from observation(o, at)


def topic_list(observations: Iterable[Observation], at: Addresses) -> Triples:
    """Return the triples about the list of the topics in all tables.

    The topics are from several schemes.
    """
    topics = sorted({o.group.topic for o in observations if o.group.topic})
    code_list = at.statistic(StatisticsTable.TOPIC, "lijst")
    yield from about(
        code_list,
        (RDF.type, SKOS.Collection),
        *label_rows(Dutch("Onderwerpen met zaken"), English("Topics with cases")),
        (SKOS.member, map(Iri, topics)),
    )
    yield from about(KV.topic, (QB.codeList, code_list))


def observation(o: Observation, at: Addresses) -> Triples:
    """Return the triples about one row of a table."""
    group = o.group
    return about(
        at.statistic(group.table, _key(group)),
        (RDF.type, QB.Observation),
        (QB.dataSet, at.statistic(group.table)),
        (KV.year, code(group.year)),
        (KV.groupName, code(group.name)),
        (KV.group, Iri(group.address) if group.address else None),
        (KV.groupIdentified, group.is_identified),
        (KV.topic, Iri(group.topic) if group.topic else None),
        (KV.caseCount, o.cases),
        (KV.questionCount, o.questions),
        (KV.meanDays, o.mean_days),
        (KV.fewestDays, o.fewest_days),
        (KV.mostDays, o.most_days),
    )


def _key(group: Group) -> str:
    """Return the key of a row within its table.

    It is ``~`` if every value of the group is unknown.
    """
    words = [word for word in (group.year, group.name) if word is not None]
    if group.topic:
        words += group.topic.rsplit("/", 2)[1:]
    if group.is_identified is not None:
        words.append("herkend" if group.is_identified else "gedrukt")
    return joined_key(*words) or "~"
