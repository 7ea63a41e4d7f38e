"""The markup of a text as a literal, checked before it is published."""

from kv2rdf.errors import ShapeError
from kv2rdf.model.document import Footnote
from kv2rdf.model.structured_text import check_markup
from kv2rdf.model.text import Passage
from kv2rdf.rdf.terms import Iri, TypedLiteral

_XML_LITERAL = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#XMLLiteral")


def passage_markup(passage: Passage) -> TypedLiteral | None:
    """Return the markup of a passage, or None if it has none.

    Raises ShapeError if the markup is not valid, or does not agree with the text and its marks.
    """
    if passage.markup is None:
        return None
    check_markup(passage.markup, passage.text, [mark.offset for mark in passage.marks])
    return TypedLiteral(passage.markup, _XML_LITERAL)


def note_markup(note: Footnote) -> TypedLiteral | None:
    """Return the markup of a footnote, or None if it has none.

    Raises ShapeError if the markup is not valid or does not agree with the text, or if the footnote
    has markup but no text.
    """
    if note.markup is None:
        return None
    if note.text is None:
        raise ShapeError(f"footnote {note.key} has markup, and no text")
    check_markup(note.markup, note.text)
    return TypedLiteral(note.markup, _XML_LITERAL)
