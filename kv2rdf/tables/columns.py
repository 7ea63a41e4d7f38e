"""Functions that create columns, one for each kind of column.

In all of them, ``name`` is the name of the column, and ``nl`` and ``en`` are its Dutch and English
titles. ``property_`` is the property whose values are in its cells. ``subject`` and ``table`` are
described in ``Column``.
"""

from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME, KV, RDF
from kv2rdf.tables.schema import Column

_CONCEPTS = f"{HOME}/id/begrip/"
LINE_SEPARATOR = "\n"


def key_column(name: str, nl: str, en: str, table: str = "") -> Column:
    """Return a first column. Each cell contains the address of the row's entity."""
    return Column(
        name=name, nl=nl, en=en, properties=(), datatype="anyURI", table=table, optional=False
    )  # fmt: skip


def value_column(
    name: str, property_: Iri, nl: str, en: str, subject: str = "", datatype: str = "string"
) -> Column:
    """Return a column of literals without a language. By default, they are strings."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype=datatype, subject=subject
    )


def day_column(name: str, property_: Iri, nl: str, en: str, subject: str = "") -> Column:
    """Return a column of dates."""
    return value_column(name, property_, nl, en, subject, "date")


def number_column(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Return a column of whole numbers."""
    return value_column(name, property_, nl, en, datatype="integer")


def boolean_column(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Return a column of booleans."""
    return value_column(name, property_, nl, en, datatype="boolean")


def text_column(
    name: str, property_: Iri, nl: str, en: str, subject: str = "", language: str = "nl"
) -> Column:
    """Return a column of text in a language, by default Dutch."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", subject=subject,
        language=language,
    )  # fmt: skip


def lines_column(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Return a column of printed Dutch lines. The lines in a cell are separated by line feeds."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", language="nl",
        separator=LINE_SEPARATOR,
    )  # fmt: skip


def link_column(
    name: str, property_: Iri, nl: str, en: str, subject: str = "", table: str = ""
) -> Column:
    """Return a column of addresses.

    If ``table`` is given, that table has a row for each of these addresses, and no cell is empty.
    """
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="anyURI", subject=subject,
        table=table, optional=not table,
    )  # fmt: skip


def optional_link_column(
    name: str,
    property_: Iri,
    nl: str,
    en: str,
    table: str,
    *,
    subject: str = "",
    fallback: Column | None = None,
) -> Column:
    """Return a column of addresses for which ``table`` has rows. A cell may be empty."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="anyURI", subject=subject,
        table=table, fallback=fallback,
    )  # fmt: skip


def inverse_column(
    name: str, property_: Iri, nl: str, en: str, subject: str = "", table: str = ""
) -> Column:
    """Return a column of the entities that point to ``subject``, by default to the row's entity.

    If ``table`` is given, that table has a row for each of these entities, and no cell of the
    column is empty.
    """
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="anyURI", subject=subject,
        is_inverse=True, table=table, optional=not table,
    )  # fmt: skip


def concept_column(name: str, property_: Iri, nl: str, en: str) -> Column:
    """Return a column of concepts. A cell contains the last part of the address of a concept."""
    return Column(
        name=name, nl=nl, en=en, properties=(property_,), datatype="string", prefix=_CONCEPTS
    )


def class_column(name: str, nl: str, en: str) -> Column:
    """Return a column with the ``kv:`` class of the row's entity, without the namespace."""
    prefix = KV.Dossier.removesuffix("Dossier")
    return Column(name=name, nl=nl, en=en, properties=(RDF.type,), datatype="string", prefix=prefix)
