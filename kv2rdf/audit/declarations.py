"""The declarations that determine whether the audit can read an XML document."""

from xml.parsers import expat


def has_document_type(content: bytes) -> bool:
    """Whether a document declares a document type. Comments and text are ignored."""
    return _has_declaration(content, "StartDoctypeDeclHandler")


def has_entity(content: bytes) -> bool:
    """Whether a document declares an entity."""
    return _has_declaration(content, "EntityDeclHandler")


def _has_declaration(content: bytes, handler: str) -> bool:
    """Whether the parser calls the given handler for an XML document.

    Nothing after the first call is read.

    Raises ExpatError, ValueError or LookupError if the document cannot be parsed up to that point.
    """
    found: list[bool] = []

    def stop(*_declaration: object) -> None:
        found.append(True)
        raise ValueError("a declaration: nothing after it is read")

    parser = expat.ParserCreate()
    setattr(parser, handler, stop)
    try:
        parser.Parse(content)
    except ValueError:
        if not found:
            raise
    return bool(found)
