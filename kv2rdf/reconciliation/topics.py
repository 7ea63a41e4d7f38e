"""The topics of a release: the headings of the archive, and the topics of later papers."""

from kv2rdf.linking.person_names import name_letters
from kv2rdf.query.open_release import Release
from kv2rdf.query.sparql import rows_of
from kv2rdf.reconciliation.entities import Entity, EntityType

_TOPICS = """
SELECT ?topic ?name ?wider ?scheme {
  VALUES ?topics { <$base/id/rubriek> <$base/id/thema> }
  ?topic skos:inScheme ?topics ; skos:prefLabel ?name .
  ?topics skos:prefLabel ?scheme FILTER(LANG(?scheme) = "en")
  OPTIONAL { ?topic skos:broader/skos:prefLabel ?wider }
} ORDER BY ?topic
"""


def topic_entities(release: Release) -> tuple[Entity, ...]:
    """Return the topics of a release. Raises ReleaseError if the release cannot be read."""
    if release.base is None:
        return ()  # The release is empty.
    rows = rows_of(release.query(_TOPICS.replace("$base", release.base)))
    found = {
        address: Entity(
            address=address,
            type=EntityType.TOPIC,
            name=name,
            description=f"{scheme}: {wider}" if wider else scheme,
            spellings=((name_letters(name), 1.0),),
            keys=(address,),
        )
        for address, name, wider, scheme in rows
    }
    return tuple(found.values())
