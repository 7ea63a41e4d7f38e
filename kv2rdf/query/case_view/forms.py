"""A case as plain text, as Markdown and as HTML."""

import re
import textwrap
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader

from kv2rdf.query.case_view.blocks import CasePage, CaseRemark, Fact, NoteList, Section
from kv2rdf.query.case_view.parts import MarkView, Paragraph
from kv2rdf.query.printable_text import printable

FORMS: Final = ("text", "markdown", "html")
_SYNTAX = re.compile(r"([\\`*_\[\]<>#|~&])|^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
"""Characters that Markdown would interpret: some anywhere, and some at the start of a line."""


def text_form(page: CasePage, width: int) -> str:
    """Return a case as plain text, in lines of at most ``width`` columns if the words allow it."""
    lines, blocks = [*_wrapped(page.title, width), ""], page.blocks
    label_width = max((len(b.label) for b in blocks if isinstance(b, Fact)), default=0) + 2
    for block in blocks:
        if isinstance(block, Fact):
            values = "; ".join(value for value, _ in block.values)
            indent = " " * label_width
            lines += _wrapped(block.label.ljust(label_width) + values, width, indent)
            continue
        if lines[-1]:
            lines.append("")
        if isinstance(block, Section):
            lines += [block.heading, *_paragraph_lines(block.paragraphs, width)]
        elif isinstance(block, CaseRemark):
            lines += _wrapped(block.text, width)
        else:
            lines.append(block.heading)
            for note, text in block.notes:
                lines += _wrapped(f"    [{note.number}] {' '.join(text.split())}", width, " " * 8)
    return printable("\n".join(lines)) + "\n"


def markdown_form(page: CasePage) -> str:
    """Return a case as Markdown (CommonMark). Lines are not broken."""
    parts, blocks = [f"# {_escaped(page.title)}"], page.blocks
    facts = [block for block in blocks if isinstance(block, Fact)]
    parts.append("\n".join(f"- **{f.label}**: {_markdown_values(f)}" for f in facts))
    for block in blocks:
        if isinstance(block, Section):
            level = "###" if block.kind == "Answer" else "##"
            parts.append(f"{level} {_escaped(block.heading)}")
            parts += ["".join(map(_markdown_piece, paragraph)) for paragraph in block.paragraphs]
        elif isinstance(block, CaseRemark):
            parts.append(f"*{_escaped(block.text)}*")
        elif isinstance(block, NoteList):
            notes = (
                f"[^{note.number}]: {_escaped(' '.join(t.split()))}" for note, t in block.notes
            )
            parts += [f"## {block.heading}", "\n".join(notes)]
    return "\n\n".join(parts) + "\n"


def html_form(page: CasePage) -> str:
    """Return a case as an HTML page that needs no other file."""
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
    environment.tests["mark"] = lambda piece: isinstance(piece, MarkView)
    kinds = {kind.__name__: kind for kind in (Fact, Section, CaseRemark, NoteList)}
    for name, kind in kinds.items():
        environment.tests[name.lower()] = lambda block, kind=kind: isinstance(block, kind)
    notes = [note.address for b in page.blocks if isinstance(b, NoteList) for note, _ in b.notes]
    ids = {address: f"note-{place}" for place, address in enumerate(notes, 1)}
    template = environment.get_template("case.html.j2")
    return template.render(page=page, notes=ids) + "\n"


def case_text(page: CasePage, form: str, width: int) -> str:
    """Return a case in one of ``FORMS``. ``width`` is the number of columns of plain text."""
    if form == "text":
        return text_form(page, width)
    return markdown_form(page) if form == "markdown" else html_form(page)


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _paragraph_lines(paragraphs: Sequence[Paragraph], width: int) -> list[str]:
    lines = []
    for paragraph in paragraphs:
        text = "".join(f"[{p.number}]" if isinstance(p, MarkView) else p for p in paragraph)
        lines += ["    " + line for line in _wrapped(" ".join(text.split()), max(width - 4, 20))]
    return lines


def _markdown_piece(piece: str | MarkView) -> str:
    return f"[^{piece.number}]" if isinstance(piece, MarkView) else _escaped(piece)


def _markdown_values(fact: Fact) -> str:
    return "; ".join(
        f"[{_escaped(value)}](<{link}>)" if link else _escaped(value) for value, link in fact.values
    )


def _escaped(text: str) -> str:
    return _SYNTAX.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", printable(text))
