"""Everything that can go wrong, in one tree, sorted by whose fault it is.

* Kv2rdfError
  x InputError      what was named on the command line cannot be taken as input
  x ReadError       a document is no good publication, or says what we cannot place
  x SeedError       a row in seeds/ contradicts another, or the code
  x MintError       an address would be made of nothing, or of what has no place in one
  x ShapeError      a statement stands where the rules do not allow it
  x ReleaseError    a release cannot be built, swapped in, read or trusted
  x QueryError      a query cannot be found, filled in or answered
"""


class Kv2rdfError(Exception):
    """Base of every error that a user of kv2rdf is meant to see, in one line."""


class InputError(Kv2rdfError):
    """What was named on the command line cannot be taken as input."""


class ReadError(Kv2rdfError):
    """A document that is no good publication: which one, where in it, and what is wrong."""

    def __init__(self, document: str, where: str, problem: str) -> None:
        """Take the document's id, a place in it, and the problem, for one line."""
        super().__init__(f"{document}: {where}: {problem}")
        self.document, self.where, self.problem = document, where, problem

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str]]:
        return type(self), (self.document, self.where, self.problem)


class SeedError(Kv2rdfError):
    """A row in seeds/ contradicts another, or names what is not there."""


class MintError(Kv2rdfError):
    """An address would be made of nothing, or of what has no place in an address."""


class ShapeError(Kv2rdfError):
    """A statement stands where the rules do not allow it."""


class ReleaseError(Kv2rdfError):
    """A release cannot be built, swapped in, read or trusted."""


class QueryError(Kv2rdfError):
    """A query cannot be found, filled in or answered."""
