"""The check of a cluster before publication: a fast engine, rechecked by the reference engine."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from kv2rdf.errors import ShapeError
from kv2rdf.validation.engines import Engine, engine
from kv2rdf.validation.results import ShapeResult, violations

_SAMPLED_PER_256 = 3
"""How many of the 256 values of a hash's first byte select a cluster: 3/256 is about 1.2 %."""


@dataclass(frozen=True)
class DoubleCheck:
    """The engine that checks every cluster, and the reference engine that rechecks some.

    The reference engine rechecks all clusters that the first engine rejects, and a sample of all
    clusters (see ``is_sampled``). If the two engines differ, one of them is wrong: the cluster is
    held back.
    """

    engine: Engine
    reference: Engine

    @classmethod
    def for_engine(cls, name: str, folder: Path) -> Self:
        """Return the double check of the engine with this name, for the shapes in ``folder``."""
        return cls(engine(name, folder), engine("pyshacl", folder))

    def check(self, id_: str, ntriples: str) -> tuple[ShapeResult, ...]:
        """Return the results for one cluster; ``id_`` is the id of its first case.

        Raises ShapeError if the two engines differ.
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
    """Whether a cluster is in the sample; it depends on the id alone, so every build agrees."""
    return hashlib.sha256(id_.encode()).digest()[0] < _SAMPLED_PER_256
