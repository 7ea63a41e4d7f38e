"""A check that the asker, the party and the ministry in a filter each occur in some case."""

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import Rows, TextFilter
from kv2rdf.query.similar_values import similar_values

_CASE = "SELECT 1 FROM dossier WHERE $condition LIMIT 1"
_LABELS = """
SELECT DISTINCT label FROM link JOIN label USING (thing) JOIN thing ON thing.number = thing
WHERE (role = :role OR :role = 'asker' AND role = 'form') AND value LIKE 'http%'
"""


def check_names(rows: Rows, only: TextFilter) -> None:
    """Raise QueryError if the asker, the party or the ministry in a filter occurs in no case.

    The message suggests the most similar name that a case has, if there is one.
    """
    names = (
        ("asker", only.asker, TextFilter(asker=only.asker)),
        ("party", only.party, TextFilter(party=only.party)),
        ("ministry", only.ministry, TextFilter(ministry=only.ministry)),
    )
    for kind, name, by_name in names:
        if name is not None:
            _check_name(rows, kind, name, by_name)


def _check_name(rows: Rows, kind: str, name: str, by_name: TextFilter) -> None:
    ((condition, values),) = by_name.conditions().items()
    if rows(_CASE.replace("$condition", condition), values):
        return
    labels = (label for (label,) in rows(_LABELS, {"role": kind}))
    hint = similar_values(name, labels, 1)
    raise QueryError(f"no case in this release has the {kind} {name!r}{hint}")
