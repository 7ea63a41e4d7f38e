"""What the editors of the KVR archive parsed out of a footnote: a day, a title, a web page.

They have ten fields. The rest (the words before the day, kind, number, session, page and file of a
paper) says no more than the text, of which linking reads as much for notes without fields too.
"""

import re

from kv2rdf.model.text import NoteFields
from kv2rdf.sources.markup.xml_node import Node
from kv2rdf.sources.phrases.dutch_dates import whole_day

_KNOWN = (
    "nummer", "bron", "datum", "titel", "weblink", "documenttype", "documentnummer",
    "documentjaargang", "documentpagina", "kamerstuk-id",
)  # fmt: skip
PAGE = re.compile(
    r"https?://[\w.-]+(?::\d+)?(?:[/?#](?:[\w.~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?"
)
"""The address of a page on the web, whole."""

_WORD = re.compile(r"\w")


def fields(noot: Node) -> NoteFields | None:
    """Read the fields of a note; None: it has none that can be relied on.

    What is no day of the calendar, and a page with a blank in its address, whose true form is not
    known, stay in the text only. Raises ReadError on a field that we do not know.
    """
    noot.known(*_KNOWN)
    page = noot.optional("weblink")
    found = NoteFields(
        day=whole_day(noot.optional("datum")),
        title=_title(noot),
        page=page if PAGE.fullmatch(page) else None,
    )
    return found if found != NoteFields() else None


def _title(noot: Node) -> str | None:
    """Give the title of what has a source and a day, where it stands alone between « and ».

    The field has any words in those marks, also such as are quoted in the middle of a sentence.
    """
    title = noot.optional("titel")
    if not title or not noot.optional("datum") or not _WORD.search(noot.optional("bron")):
        return None
    alone = rf"(?:^|[,:;.] ?)« ?{re.escape(title)} ?»(?=[,:;.]|$)"
    return title if re.search(alone, noot.text) and not re.search("[«»]", title) else None
