"""The format of openkamer pages."""

from kv2rdf.errors import ReadError
from kv2rdf.model.kinds import SourceKind
from kv2rdf.model.paper import Paper, Source
from kv2rdf.sources.content import DocumentContent
from kv2rdf.sources.format import Format, KindAndSession, Lookups
from kv2rdf.sources.openkamer.papers import read_page

_FIRST_WORD = "Kamervraag "
_FIRST_WORDS_NOT_UTF_8 = tuple(
    _FIRST_WORD.encode(name).strip(b"\0") for name in ("utf-16-le", "utf-32-le")
)
_BEFORE_THE_FIRST_WORD = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"


def _text(content: DocumentContent) -> str | None:
    """Return the text of a page, or None if the document is not an openkamer page.

    Line endings of any system are replaced by line feeds. A page that begins with white space is
    also recognised, so that it is held back instead of skipped. Raises ReadError if the page is not
    UTF-8.
    """
    start = content.raw[:512].lstrip(_BEFORE_THE_FIRST_WORD)
    if start.startswith(_FIRST_WORDS_NOT_UTF_8):
        raise ReadError(content.document.id, "line 1", "is not UTF-8")
    if not start.startswith(_FIRST_WORD.encode()):
        return None
    if isinstance(content.text, ReadError):
        raise content.text
    return content.text.replace("\r\n", "\n").replace("\r", "\n")


def _papers(source: Source, text: str, _lookups: Lookups) -> tuple[Paper, ...]:
    return read_page(source, text)


def _kind_and_session(_text: str, _lookups: Lookups) -> KindAndSession:
    return SourceKind.OPENKAMER, None


OPENKAMER = Format(
    name="openkamer page",
    kind=SourceKind.OPENKAMER,
    recognises=_text,
    read=_papers,
    describe=_kind_and_session,
)
