"""The number of instances of each class in the release of the seed.

``void:Dataset``, of which there is one for each class and property that occurs, is left out, as are
the classes of terms.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from kv2rdf.model.kinds import Chamber, MembershipKind
from kv2rdf.rdf.vocabulary import RDF, SKOS
from kv2rdf.reference.ontology_triples import concept_triples
from kv2rdf.reference.shipped_folders import folder
from tests.papers import real_seeds

_REGISTER = real_seeds().register
_CONCEPTS = Counter(v for _, p, v in concept_triples(folder("ontology")) if p == RDF.type)
_PERSONS = {"palland-hm-1979", "dijk-i-1975", "bruins-slot-hgj-1977", "yesilgoz-zegerius-d-1977"}
_MEMBERSHIPS = [held for held in _REGISTER.memberships if held.person in _PERSONS]
_PERIODS = [(held.since, held.until) for held in _MEMBERSHIPS]
_PERIODS += [(held.since, held.until) for held in _REGISTER.tenures if held.person in _PERSONS]
_MINISTRIES = len({m.tooi or m.key for m in _REGISTER.ministries})
_GROUPS = len({m.party for m in _MEMBERSHIPS if m.kind is MembershipKind.GROUP_TK})
COUNTS_OF_CLASSES: Final[Mapping[str, int]] = {
    "eli-dl:Activity": 3,
    "eli-dl:Participation": 6,
    "eli-dl:Process": 1,
    "eli:Expression": 3,
    "eli:Manifestation": 2,
    "eli:Work": 3,
    "eli:WorkSubdivision": 18,
    "dct:PeriodOfTime": sum(any(period) for period in _PERIODS)
    + len((*_REGISTER.answer_terms, *_REGISTER.cabinets))
    + 1,  # the period of the release
    "dct:RightsStatement": 1,
    "qb:ComponentSpecification": 39,
    "qb:DataSet": 8,
    "qb:DataStructureDefinition": 8,
    "qb:Observation": 48,
    "skos:Collection": 1 + _CONCEPTS[SKOS.Collection],
    "skos:Concept": len((*_REGISTER.topics, *_REGISTER.media, *_REGISTER.answer_terms))
    + len(_REGISTER.heading_matches)
    + _CONCEPTS[SKOS.Concept],
    "skos:ConceptScheme": 4 + _CONCEPTS[SKOS.ConceptScheme],
    "dcat:DatasetSeries": 1,
    "org:FormalOrganization": _MINISTRIES + len(Chamber),
    "org:Membership": len(_PERIODS),
    "org:Organization": len(_REGISTER.parties) + _GROUPS + len(_REGISTER.cabinets),
    "org:Post": len(_REGISTER.offices),
    "prov:Activity": 1,
    "prov:Entity": 1,
    "prov:SoftwareAgent": 1,
    "foaf:Agent": 1,
    "foaf:Person": len(_PERSONS),
    "kv:Answer": 7,
    "kv:AnswerDocument": 1,
    "kv:Cabinet": len(_REGISTER.cabinets),
    "kv:Citation": 1,
    "kv:DelayNotice": 1,
    "kv:DerivedGraph": 1,
    "kv:Dossier": 1,
    "kv:Finding": 5,
    "kv:FindingsGraph": 1,
    "kv:Footnote": 4,
    "kv:FootnoteMark": 4,
    "kv:Group": _GROUPS,
    "kv:Ministry": _MINISTRIES,
    "kv:NameForm": 4,
    "kv:Notice": 1,
    "kv:Party": len(_REGISTER.parties),
    "kv:PrintedGraph": 1,
    "kv:Question": 7,
    "kv:QuestionDocument": 1,
}
