"""The conversion of paragraphs to HTML."""

from collections.abc import Iterable

from markupsafe import Markup

from kv2rdf.reference.template_folder import safe_html
from kv2rdf.server.pages.text_pieces import TextPiece


def paragraph_html(lines: Iterable[Iterable[TextPiece]]) -> Markup:
    """Return paragraphs as HTML, in which footnote marks, links and joined words are marked up.

    No template is used, because templates are slower, and most of a page consists of paragraphs.
    """
    written = "\n".join(f"<p>{''.join(map(_piece_html, line))}</p>" for line in lines)
    return Markup(written)  # noqa: S704 - every value in it is escaped


def _piece_html(piece: TextPiece) -> str:
    text = safe_html(piece.text)
    if piece.note:
        return f'<sup><a href="{safe_html(piece.note)}">{text}</a></sup>'
    if piece.href:
        return f'<a href="{safe_html(piece.href)}">{text}</a>'
    if piece.printed is not None:
        return f'<span class="fix">{text}</span>'
    return text
