"""All errors that a user may see, by their cause.

* Kv2rdfError
  * InputError      an argument of the command line cannot be used as input
  * ReadError       a document cannot be read
  * SeedError       a row in seeds/ contradicts another row, or the code
  * MintError       an address cannot be made of an identifier
  * ShapeError      a triple is in a graph where the rules do not allow it
  * ReleaseError    a release cannot be built, published, read or verified
  * QueryError      a query cannot be found, filled in or answered
"""


class Kv2rdfError(Exception):
    """The base of every error that is reported to the user, in one line."""


class InputError(Kv2rdfError):
    """An argument of the command line that cannot be used as input."""


class ReadError(Kv2rdfError):
    """A document that cannot be read.

    ``document`` is its id, ``location`` says where in it the problem is, and ``problem`` what it
    is.
    """

    def __init__(self, document: str, location: str, problem: str) -> None:
        """Make the error, whose message is the three arguments in one line."""
        super().__init__(f"{document}: {location}: {problem}")
        self.document, self.location, self.problem = document, location, problem

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str]]:
        return type(self), (self.document, self.location, self.problem)


class SeedError(Kv2rdfError):
    """A row in seeds/ that is invalid, or that contradicts another row or the code."""


class MintError(Kv2rdfError):
    """An identifier of which no address can be made: it is empty, or does not fit in one."""


class ShapeError(Kv2rdfError):
    """A triple in a graph where the rules do not allow it."""


class ReleaseError(Kv2rdfError):
    """A release that cannot be built, published, read or verified."""


class QueryError(Kv2rdfError):
    """A query that cannot be found, filled in or answered."""
