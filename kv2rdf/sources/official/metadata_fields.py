"""The fields of a metadata file, in either of its two forms.

``metadata.xml`` is a list of ``metadata`` elements with the attributes ``name``, ``scheme`` and
``content``. ``metadata_owms.xml`` has an element for each field, in three blocks. The case of field
names is ignored, because it varies in old files.
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from kv2rdf.errors import ReadError
from kv2rdf.model.limits import ELEMENTS, NAME, TEXT
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.official.known_fields import KNOWN_FIELDS
from kv2rdf.sources.phrases.control_characters import control_characters

LIST_TAG = "metadata_gegevens"
"""The root element of metadata.xml."""

OWMS_TAG = "owms-metadata"
"""The root element of metadata_owms.xml."""

_BLOCKS = ("owmskern", "owmsmantel", "oep")
_NAMESPACES = {
    "http://purl.org/dc/terms/": "dcterms.",
    "http://standaarden.overheid.nl/owms/terms/": "overheid.",
    "http://standaarden.overheid.nl/oep/meta/": "overheidop.",
}


class MetadataFields(Struct, frozen=True, kw_only=True):
    """The non-empty fields of a metadata file.

    ``values`` maps the name of a field to its values, in order. A name is in lower case and has no
    prefix, as in "vraagnummer". ``places`` maps the name to the location of its first value.
    """

    document: str
    values: Mapping[str, tuple[str, ...]]
    places: Mapping[str, str]

    def many(self, name: str) -> tuple[str, ...]:
        """Return the values of a field without duplicates."""
        return tuple(dict.fromkeys(self.values.get(name, ())))

    def one_or_none(self, name: str) -> str | None:
        """Return the value of a field, or None if the field is missing."""
        return next(iter(self.many(name)), None)

    def one(self, name: str) -> str:
        """Return the value of a field. Raises ReadError if the field is missing."""
        if (value := self.one_or_none(name)) is None:
            raise ReadError(self.document, name, "is missing")
        return value

    def read_error(self, name: str, problem: str) -> ReadError:
        """Return an error with the location of a field, or its name if missing, and the problem."""
        return ReadError(self.document, self.places.get(name, name), problem)


class _Field(Struct, frozen=True, kw_only=True):
    node: Node
    name: str
    scheme: str
    value: str


def metadata_fields(root: Node) -> MetadataFields:
    """Return the fields of a metadata file.

    Raises ReadError for an unknown field, attribute, element or scheme, for a missing attribute or
    a missing ``owmskern``, for too many elements, for a field that occurs too often, and for a text
    that is too long or contains control characters.
    """
    if problem := ELEMENTS.excess(sum(1 for _ in root.element.iter())):
        raise root.read_error(problem)
    values: dict[str, list[str]] = {}
    places: dict[str, str] = {}
    for field in _all_fields(root):
        name = _checked_name(field)
        if field.value:
            values.setdefault(name, []).append(field.value)
            places.setdefault(name, field.node.path)
            if len(values[name]) > KNOWN_FIELDS[name].most:
                raise field.node.read_error(f"{name} occurs too often")
    return MetadataFields(
        document=root.document,
        values={name: tuple(found) for name, found in values.items()},
        places=places,
    )


def loose_values(root: Node, name: str) -> Iterator[str]:
    """Yield the values of a field, wherever it is in the file and however often it occurs.

    The file is not checked, so that metadata of other kinds of papers is also accepted.
    """
    for element in root.element.iter("{*}*"):
        node = Node(root.document, element)
        named = node.attribute_or_empty("name") if node.tag == "metadata" else node.tag
        if named.casefold().rpartition(".")[2] == name:
            yield node.attribute_or_empty("content") if node.tag == "metadata" else node.text


def _all_fields(root: Node) -> Iterator[_Field]:
    if root.tag == LIST_TAG:
        root.only_attributes().only_children("metadata")
        yield from map(_listed, root.many("metadata"))
        return
    root.only_attributes().only_children(*_BLOCKS)
    for block in (root.one("owmskern"), *_each_one_or_none(root, _BLOCKS[1:])):
        block.only_attributes().only_children(*(str(child.tag) for child in block.element))
        for child in block.element:
            yield _owms_field(Node(root.document, child))


def _each_one_or_none(root: Node, tags: Iterable[str]) -> Iterator[Node]:
    return (block for tag in tags if (block := root.one_or_none(tag)) is not None)


def _listed(node: Node) -> _Field:
    node.only_attributes("name", "scheme", "content").only_children()
    return _Field(
        node=node,
        name=node.attribute("name"),
        scheme=node.attribute_or_empty("scheme"),
        value=node.attribute("content"),
    )


def _owms_field(node: Node) -> _Field:
    """Return a field of metadata_owms.xml.

    An element without a namespace is also accepted, because one field is an element with the
    literal name "dcterms.modified". Raises ReadError for an unknown namespace.
    """
    tag = str(node.element.tag)
    namespace, brace, local = tag.rpartition("}")
    if brace and namespace[1:] not in _NAMESPACES:
        raise node.read_error(f"cannot read element {tag}")
    return _Field(
        node=node,
        name=_NAMESPACES[namespace[1:]] + local if brace else local,
        scheme=node.only_attributes("scheme").attribute_or_empty("scheme"),
        value=node.only_text,
    )


def _checked_name(field: _Field) -> str:
    """Return the name of a field in lower case and without its prefix.

    Raises ReadError if the name or the scheme is unknown, or if the value is too long or contains
    control characters.
    """
    prefix, _, name = field.name.casefold().rpartition(".")
    known = KNOWN_FIELDS.get(name)
    if known is None or prefix not in known.prefixes:
        raise field.node.read_error(f"not a known field: {field.name[:60]!r}")
    if field.scheme and field.scheme.casefold() not in known.schemes:
        raise field.node.read_error(f"not a known scheme: {field.scheme[:60]!r}")
    limit = NAME if name in ("indiener", "ontvanger") else TEXT
    if problem := limit.excess(len(field.value)):
        raise field.node.read_error(problem)
    if found := control_characters(field.value):
        raise field.node.read_error(f"has control characters: {found}")
    return name
