"""The definition of a table: the classes of the entities in it, and its columns.

A definition is used in both directions: cells are made from the graph and, with the metadata of the
tables, triples can be restored from the cells.
"""

import re
from dataclasses import dataclass

from kv2rdf.rdf.terms import Iri

_SUBJECT = re.compile(r"\{\+(\w+)\}(.*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its name, its titles, and the property whose values are in its cells.

    ``properties`` is empty if a cell contains the address of the row's entity. Otherwise it
    contains one property. ``subject`` is the entity that has the property, as a template such as
    ``{+case}#indiening``. It is the row's entity if the template is empty. ``is_inverse`` is true
    if the property points from the entity in the cell to the subject. ``prefix`` is put before a
    cell to make it an address. ``table`` is the name of the table that has a row for the address in
    the cell. Cells of such a column are never empty unless the column is ``optional``. ``fallback``
    is a column whose value is used if there is no other value. If ``language`` is given, only
    values in that language are used. If ``separator`` is given, it separates the values in a cell.
    Otherwise a cell contains at most one value.
    """

    name: str
    nl: str
    en: str
    properties: tuple[Iri, ...]
    datatype: str
    subject: str = ""
    language: str | None = None
    is_inverse: bool = False
    prefix: str = ""
    separator: str = ""
    table: str = ""
    optional: bool = True
    fallback: "Column | None" = None

    @property
    def is_address(self) -> bool:
        """Whether a cell is an address, or becomes an address with the prefix."""
        return self.datatype == "anyURI" or bool(self.prefix)

    @property
    def is_looked_up(self) -> bool:
        """Whether the triples of the column have a subject other than the row's entity."""
        return self.is_inverse or bool(self.subject)

    @property
    def subject_parts(self) -> tuple[str, str]:
        """The two parts of ``subject``: the name of a column, and the end of an address.

        The beginning of this address is in the cell of that column. Both parts are empty if the
        subject is the row's entity.
        """
        match = _SUBJECT.fullmatch(self.subject)
        return (match[1], match[2]) if match else ("", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableSchema:
    """A table: its name, its titles, the classes of the entities in it, and its columns.

    ``classes`` are in order from the narrowest to the broadest. If ``row_per`` is the name of a
    column, an entity has a row for each value of that column. Otherwise it has one row.
    ``value_pattern`` is a regular expression. Only values that contain a match have a row.
    ``data_cube`` is the last part of the address of a data cube, if the table contains only the
    rows of that data cube. Otherwise it is empty.
    """

    name: str
    nl: str
    en: str
    classes: tuple[Iri, ...]
    columns: tuple[Column, ...]
    row_per: str = ""
    value_pattern: str = ""
    data_cube: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """The names of the columns that together identify a row."""
        first = self.columns[0].name
        return (first, self.row_per) if self.row_per else (first,)
