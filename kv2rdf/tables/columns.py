"""What a table is made of: rows of one kind of thing, and columns that hold its properties.

One row of a schema says at once how a cell is taken from the graph and, in the metadata, how the
triple is made again from the cell.
"""

import re
from dataclasses import dataclass

from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME, KV, RDF

_ABOUT = re.compile(r"\{\+(\w+)\}(.*)")
_CONCEPTS = f"{HOME}/id/begrip/"
LINES = "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: what it is called, and which property of which thing it holds.

    ``of`` is whose property it is, as a template such as ``{+case}#indiening``: of the row's thing
    where it is empty. ``back`` is for a property that points from the cell's thing to that one.
    ``prefix`` is what makes an address of the cell; ``to`` the table that the address is a row of,
    always where the column is not ``optional``.
    No property: the address of the row's thing. Several: the one that is there.
    """

    name: str
    nl: str
    en: str
    properties: tuple[Iri, ...]
    datatype: str
    of: str = ""
    language: str | None = None
    back: bool = False
    prefix: str = ""
    separator: str = ""
    to: str = ""
    optional: bool = True

    @property
    def is_address(self) -> bool:
        """Whether a cell stands for an address."""
        return self.datatype == "anyURI" or bool(self.prefix)

    @property
    def is_looked_up(self) -> bool:
        """Whether it is said of, or by, another thing than the row's."""
        return self.back or bool(self.of)

    @property
    def whose(self) -> tuple[str, str]:
        """The column whose thing it is a property of, and what comes behind that address."""
        found = _ABOUT.fullmatch(self.of)
        return (found[1], found[2]) if found else ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table: the classes of things it has rows of, the narrowest first, and its columns.

    ``each`` names the column that has a row for every value; ``among`` is the pattern that
    the addresses of those values have in them, where others are left to another table.
    """

    name: str
    nl: str
    en: str
    classes: tuple[Iri, ...]
    columns: tuple[Column, ...]
    each: str = ""
    among: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell a row from every other."""
        first = self.columns[0].name
        return (first, self.each) if self.each else (first,)


def own(name: str, nl: str, en: str, to: str = "") -> Column:
    """Give the first column: the address of the row's thing."""
    return Column(
        name=name, nl=nl, en=en, properties=(), datatype="anyURI", to=to, optional=False
    )  # fmt: skip


def a(
    name: str, property_: Iri, nl: str, en: str, of: str = "", datatype: str = "string"
) -> Column:
    """Give a column of codes in no language, or of numbers, days or truths."""
    return Column(name=name, nl=nl, en=en, properties=(property_,), datatype=datatype, of=of)


def day(name: str, property_: Iri, nl: str, en: str, of: str = "") -> Column:
    """Give a column of days."""
    return a(name, property_, nl, en, of, "date")


def number(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Give a column of whole numbers."""
    return a(name, property_, nl, en, datatype="integer")


def truth(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Give a column of true and false."""
    return a(name, property_, nl, en, datatype="boolean")


def words(
    name: str, property_: Iri, nl: str, en: str, of: str = "", language: str = "nl"
) -> Column:
    """Give a column of words in a language."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", of=of,
        language=language,
    )  # fmt: skip


def lines(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Give a column of lines as printed, joined by a line feed."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", language="nl",
        separator=LINES,
    )  # fmt: skip


def address(name: str, property_: Iri, nl: str, en: str, of: str = "", to: str = "") -> Column:
    """Give a column of addresses of other things; one that is a row of a table is always there."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="anyURI", of=of, to=to,
        optional=not to,
    )  # fmt: skip


def maybe(name: str, properties: tuple[Iri, ...], nl: str, en: str, to: str) -> Column:
    """Give a column of addresses that are rows of a table, where they are known."""
    return Column(name=name, nl=nl, en=en, properties=properties, datatype="anyURI", to=to)


def back(name: str, property_: Iri, nl: str, en: str, of: str = "", to: str = "") -> Column:
    """Give a column of addresses of what points at the row's thing, or at that of ``of``."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="anyURI", of=of, back=True,
        to=to, optional=not to,
    )  # fmt: skip


def coded(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Give a column of concepts of ours, by the last part of their address."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", prefix=_CONCEPTS
    )


def sort(name: str, nl: str, en: str) -> Column:
    """Give a column that says of which class of ours the row's thing is."""
    prefix = KV.Dossier.removesuffix("Dossier")
    return Column(name=name, nl=nl, en=en, properties=(RDF.type,), datatype="string", prefix=prefix)
