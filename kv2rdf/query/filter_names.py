"""The names of parties and ministries in a filter that no case of a release has."""

from kv2rdf.errors import QueryError
from kv2rdf.query.found_texts import Rows, TextFilter
from kv2rdf.query.similar_values import similar_values

_CASE = "SELECT 1 FROM dossier WHERE $condition LIMIT 1"
_LABELS = """
SELECT DISTINCT label FROM link JOIN label USING (thing) JOIN thing ON thing.number = thing
WHERE role = :role AND value LIKE 'http%'
"""


def check_names(rows: Rows, only: TextFilter) -> None:
    """Raise QueryError if no case has the party or the ministry in a filter.

    The message suggests the most similar name in the register that a case has, if there is one.
    """
    for kind, name in (("party", only.party), ("ministry", only.ministry)):
        if name is not None:
            _check_name(rows, kind, name)


def _check_name(rows: Rows, kind: str, name: str) -> None:
    by_name = TextFilter(party=name) if kind == "party" else TextFilter(ministry=name)
    ((condition, values),) = by_name.conditions().items()
    if rows(_CASE.replace("$condition", condition), values):
        return
    labels = (label for (label,) in rows(_LABELS, {"role": kind}))
    hint = similar_values(name, labels, 1)
    raise QueryError(f"no case in this release has the {kind} {name!r}{hint}")
