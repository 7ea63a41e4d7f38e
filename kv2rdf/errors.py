"""All errors that a user may see: one class for each cause.

* Kv2rdfError
  * InputError      an argument of the command line cannot be used as input
  * ReadError       a document cannot be read
  * SeedError       a row in seeds/ or a user's table is invalid, or contradicts another row
  * LimitError      a document or a case exceeds a limit of kv2rdf/model/limits.py
  * MintError       no valid address can be made from an identifier or a URL
  * ShapeError      triples violate a shape, or a rule about which triples a graph may contain
  * ReleaseError    a release cannot be built, published, read or verified
    * DamagedReleaseError  a release has changed since it was published
  * QueryError      a query cannot be found, filled in or answered
    * UnknownEntityError   an identifier does not identify anything in the release
  * ServiceError    a service on the network returns no usable answer
"""

_LONGEST = 1_000
_KEPT_END = 200


class Kv2rdfError(Exception):
    """The base class of all errors of kv2rdf. Each error is reported to the user as one line."""

    def __init__(self, message: str = "") -> None:
        """Create an error. If the message is very long, its middle is left out.

        A message may quote a document, whose texts may have any length.
        """
        super().__init__(without_middle(message, _LONGEST))


class InputError(Kv2rdfError):
    """An argument of the command line that cannot be used as input."""


class ReadError(Kv2rdfError):
    """A document that cannot be read.

    ``document`` is the id of the document, ``location`` is the place in the document where reading
    failed, and ``problem`` describes what is wrong there.
    """

    def __init__(self, document: str, location: str, problem: str) -> None:
        """Create an error whose message consists of the three arguments, separated by colons."""
        super().__init__(f"{document}: {location}: {problem}")
        self.document = document
        self.location = without_middle(location, _LONGEST)
        self.problem = without_middle(problem, _LONGEST)

    def __reduce__(self) -> tuple[type["ReadError"], tuple[str, str, str]]:
        return type(self), (self.document, self.location, self.problem)


class LimitError(Kv2rdfError):
    """A document or a case that exceeds a limit."""


class SeedError(Kv2rdfError):
    """A row in seeds/ or a user's table that is invalid or contradicts another row or the code."""


class MintError(Kv2rdfError):
    """An identifier or a URL from which no valid address can be made."""


class ShapeError(Kv2rdfError):
    """Triples or markup that violate a shape or a rule, or on which SHACL engines disagree."""


class ReleaseError(Kv2rdfError):
    """A release that cannot be built, published, read or verified."""


class DamagedReleaseError(ReleaseError):
    """A release that has changed since it was published, so that no build can reuse it."""


class QueryError(Kv2rdfError):
    """A query that cannot be found, filled in or answered."""


class UnknownEntityError(QueryError):
    """An identifier that does not identify anything in the release."""


class ServiceError(Kv2rdfError):
    """A service on the network that returns no usable answer."""


def without_middle(text: str, longest: int) -> str:
    """Return a text. If it has more than ``longest`` characters, its middle is left out."""
    if len(text) <= longest:
        return text
    return f"{text[: longest - _KEPT_END]} … {text[-_KEPT_END:]}"
