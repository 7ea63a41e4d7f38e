"""A case as plain text, as Markdown and as HTML."""

import re
import textwrap
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader

from kv2rdf.query.case_view.blocks import (
    CasePage,
    CaseRemark,
    Fact,
    NoteList,
    Repairs,
    Section,
    Timeline,
)
from kv2rdf.query.case_view.parts import MarkView, Paragraph
from kv2rdf.query.printable_text import printable
from kv2rdf.reference.template_folder import page_environment

FORMS: Final = ("text", "markdown", "html", "fragment")
_SYNTAX = re.compile(r"([\\`*_\[\]<>#|~&])|^(\s*)([-+=]|\d+[.)])", re.MULTILINE)
"""Characters that Markdown would interpret: some anywhere, and some at the start of a line."""


def text_form(page: CasePage, width: int) -> str:
    """Return a case as plain text, wrapped at ``width`` columns."""
    lines, blocks = [*_wrapped(page.title, width), ""], page.blocks
    labels = [block.label for block in blocks if isinstance(block, Fact | Timeline)]
    label_width = max(map(len, labels), default=0) + 2
    indent = " " * label_width
    for block in blocks:
        if isinstance(block, Fact):
            values = "; ".join(value for value, _ in block.values)
            lines += _wrapped(block.label.ljust(label_width) + values, width, indent)
            continue
        if isinstance(block, Timeline):
            day_width = max(len(day) for day, _ in block.days) + 2
            for place, (day, what) in enumerate(block.days):
                start = (indent if place else block.label.ljust(label_width)) + day.ljust(day_width)
                lines += _wrapped(start + what, width, " " * (label_width + day_width))
            continue
        if lines[-1]:
            lines.append("")
        if isinstance(block, Section):
            lines += [block.heading, *_paragraph_lines(block.paragraphs, width)]
            lines += [line for remark in block.remarks for line in _indented(f"[{remark}]", width)]
        elif isinstance(block, CaseRemark):
            lines += _wrapped(block.text, width)
        elif isinstance(block, NoteList):
            lines.append(block.heading)
            for note, text in block.notes:
                lines += _wrapped(f"    [{note.number}] {' '.join(text.split())}", width, " " * 8)
        else:
            lines += [block.heading, *_repair_lines(block, width)]
    return printable("\n".join(lines)) + "\n"


def markdown_form(page: CasePage) -> str:
    """Return a case as Markdown (CommonMark). Lines are not wrapped."""
    parts, blocks = [f"# {_escaped(page.title)}"], page.blocks
    facts = [_markdown_fact(block) for block in blocks if isinstance(block, Fact | Timeline)]
    parts.append("\n".join(facts))
    for block in blocks:
        if isinstance(block, Section):
            level = "###" if block.kind == "Answer" else "##"
            parts.append(f"{level} {_escaped(block.heading)}")
            parts += ["".join(map(_markdown_piece, paragraph)) for paragraph in block.paragraphs]
            parts += [f"*{_escaped(remark)}*" for remark in block.remarks]
        elif isinstance(block, CaseRemark):
            parts.append(f"*{_escaped(block.text)}*")
        elif isinstance(block, NoteList):
            notes = (
                f"[^{note.number}]: {_escaped(' '.join(t.split()))}" for note, t in block.notes
            )
            parts += [f"## {block.heading}", "\n".join(notes)]
        elif isinstance(block, Repairs):
            parts += [f"## {_escaped(block.heading)}", "\n".join(_markdown_repairs(block))]
    return "\n\n".join(parts) + "\n"


def html_form(page: CasePage, *, is_whole: bool) -> str:
    """Return a case as HTML: a whole page if ``is_whole``, and otherwise an ``article`` element.

    The element can be inserted into another page. It has no style, and its headings start at h2.
    """
    notes = [note.address for b in page.blocks if isinstance(b, NoteList) for note, _ in b.notes]
    ids = {address: f"{page.number}-note-{place}" for place, address in enumerate(notes, 1)}
    template = _templates().get_template("page.html.j2" if is_whole else "case.html.j2")
    return template.render(page=page, notes=ids, top=1 if is_whole else 2).strip() + "\n"


@cache
def _templates() -> Environment:
    """Return the templates of this room, with a test for each kind of block, such as ``fact``."""
    templates = page_environment(FileSystemLoader(Path(__file__).parent))
    kinds = (Fact, Timeline, Section, CaseRemark, NoteList, Repairs)
    templates.tests |= {kind.__name__.lower(): _is_of(kind) for kind in kinds}
    templates.tests["mark"] = _is_of(MarkView)
    return templates


def _is_of(kind: type[object]) -> Callable[[object], bool]:
    return lambda block: isinstance(block, kind)


def case_text(page: CasePage, form: str, width: int) -> str:
    """Return a case in one of ``FORMS``. ``width`` is the number of columns of plain text."""
    if form == "text":
        return text_form(page, width)
    return markdown_form(page) if form == "markdown" else html_form(page, is_whole=form == "html")


def _wrapped(text: str, width: int, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    ) or [""]


def _indented(text: str, width: int) -> list[str]:
    return ["    " + line for line in _wrapped(" ".join(text.split()), max(width - 4, 20))]


def _paragraph_lines(paragraphs: Sequence[Paragraph], width: int) -> list[str]:
    lines = []
    for paragraph in paragraphs:
        text = "".join(f"[{p.number}]" if isinstance(p, MarkView) else p for p in paragraph)
        lines += _indented(text, width)
    return lines


def _repair_lines(block: Repairs, width: int) -> list[str]:
    lines = []
    for repair in block.repairs:
        sentence = f"{repair.label}: {repair.meaning}" if repair.meaning else repair.label
        lines += _indented(sentence, width)
        for place in repair.places:
            lines += _wrapped(f"      - {place}", width, " " * 8)
    return lines


def _markdown_repairs(block: Repairs) -> list[str]:
    lines = []
    for repair in block.repairs:
        meaning = f": {_escaped(repair.meaning)}" if repair.meaning else ""
        lines.append(f"- **{_escaped(repair.label)}**{meaning}")
        lines += [f"  - {_escaped(place)}" for place in repair.places]
    return lines


def _markdown_fact(block: Fact | Timeline) -> str:
    if isinstance(block, Fact):
        return f"- **{_escaped(block.label)}**: {_markdown_values(block)}"
    days = "; ".join(f"{_escaped(day)}: {_escaped(what)}" for day, what in block.days)
    return f"- **{_escaped(block.label)}**: {days}"


def _markdown_piece(piece: str | MarkView) -> str:
    return f"[^{piece.number}]" if isinstance(piece, MarkView) else _escaped(piece)


def _markdown_values(fact: Fact) -> str:
    return "; ".join(
        f"[{_escaped(value)}](<{link}>)" if link else _escaped(value) for value, link in fact.values
    )


def _escaped(text: str) -> str:
    return _SYNTAX.sub(lambda m: f"\\{m[1]}" if m[1] else f"{m[2]}\\{m[3]}", printable(text))
