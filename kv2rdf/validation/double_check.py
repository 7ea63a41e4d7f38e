"""The validation of clusters, some of them by two engines."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kv2rdf.errors import ShapeError
from kv2rdf.validation.engines import Engine, engine
from kv2rdf.validation.results import ShapeResult, violations

_SAMPLED_PER_256 = 3
"""The average number of clusters in every 256 that are validated twice as a sample (1.2%)."""


@dataclass(frozen=True)
class DoubleCheck:
    """An engine that validates every cluster, and a reference engine that validates some again.

    The reference engine checks all clusters that the first engine rejects, and a sample of all
    clusters (see ``is_sampled``). If the two engines return different results for a cluster, one of
    them is wrong, and the cluster is held back.
    """

    engine: Engine
    reference: Engine

    @classmethod
    def for_engine(cls, name: str, folder: Path) -> Self:
        """Return a check by the engine with this name, with pyshacl as the reference engine.

        Both use the shapes in ``folder``.
        """
        return cls(engine(name, folder), engine("pyshacl", folder))

    def check(self, id_: str, ntriples: str) -> tuple[ShapeResult, ...]:
        """Return the validation results for one cluster. ``id_`` is the id of its first document.

        Raises ShapeError if the results of the two engines differ.
        """
        found = self.engine.validate(ntriples)
        if self.engine.name != self.reference.name and (violations(found) or is_sampled(id_)):
            again = self.reference.validate(ntriples)
            if {r.comparison_key for r in found} != {r.comparison_key for r in again}:
                raise ShapeError(
                    f"{id_}: the engines {self.engine.name} and {self.reference.name} disagree"
                )
        return found


def is_sampled(id_: str) -> bool:
    """Whether a cluster is in the sample that is validated twice.

    ``id_`` is the id of the cluster's first document. The result depends only on this id, so the
    sample is the same in every build.
    """
    return hashlib.sha256(id_.encode()).digest()[0] < _SAMPLED_PER_256
