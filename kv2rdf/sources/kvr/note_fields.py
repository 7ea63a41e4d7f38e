"""The date, title and web page that the editors of the KVR archive extracted from a footnote.

The other fields (the words before the date, and the kind, number, session, page and file of a
paper) are not returned, because they add nothing to the text of the note. The linking stage also
reads that text, because some notes have no fields.
"""

import re

from kv2rdf.addresses import external
from kv2rdf.model.text import NoteFields
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.dutch_dates import whole_day

NOTE_ATTRIBUTES = (
    "nummer", "bron", "datum", "titel", "weblink", "documenttype", "documentnummer",
    "documentjaargang", "documentpagina", "kamerstuk-id",
)  # fmt: skip
_LETTER_OR_FIGURE = re.compile(r"\w")
_QUOTED_APART = re.compile(r"(?:^|[,:;.] ?)« ?([^«»]*?) ?»(?=[,:;.]|$)")
"""Words between « and » that are separated from the rest of a note by punctuation."""


def read_note_fields(noot: Node) -> NoteFields | None:
    """Return the fields of a note, or None if none of its fields is reliable.

    A date that does not exist is left out. A URL that is not valid, for example because it contains
    a space, is also left out, because its true form is not known.
    """
    page = noot.attribute_or_empty("weblink")
    fields = NoteFields(
        day=whole_day(noot.attribute_or_empty("datum")),
        title=_title(noot),
        page_url=page if external.is_web_address(page) else None,
    )
    return fields if fields != NoteFields() else None


def unusable_address(noot: Node) -> str | None:
    """Return the web page in the fields of a note if it is not a valid address, or None otherwise.

    Addresses that contain a space are not returned, because they are text of the note that was
    broken at the end of a line.
    """
    page = noot.attribute_or_empty("weblink")
    return None if not page or " " in page or external.is_web_address(page) else page


def _title(noot: Node) -> str | None:
    """Return the title in the field ``titel`` of a note, or None if it is not certainly a title.

    The field contains any words between « and », even words quoted in the middle of a sentence.
    They are treated as a title only if the note also names a source and a date, and if punctuation
    separates the quoted words from the rest of the note.
    """
    title = noot.attribute_or_empty("titel")
    has_day = bool(noot.attribute_or_empty("datum"))
    if not title or not has_day or not _LETTER_OR_FIGURE.search(noot.attribute_or_empty("bron")):
        return None
    return title if title in _QUOTED_APART.findall(noot.text) else None
