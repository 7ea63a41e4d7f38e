"""Readers of the files for Wikidata, based on the help pages instead of our own code."""

import csv
import io
import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """A statement as a tool reads it. Pairs are a property and a value."""

    item: str
    main: tuple[str, str]
    qualifiers: tuple[tuple[str, str], ...]
    references: tuple[tuple[tuple[str, str], ...], ...]


def statements_in_lines(text: str) -> list[Statement]:
    """Read version 1. A bar separates values like a tab, and two bars separate commands."""
    return [_command(line) for line in text.replace("||", "\n").splitlines() if line.strip()]


def _command(line: str) -> Statement:
    line = re.sub(r"\s*/\*.*?\*/\s*$", "", line)
    item, prop, value, *rest = [word.strip() for word in re.split(r"[\t|]", line) if word.strip()]
    assert re.fullmatch(r"Q\d+", item), f"{item} is a command, or not an item"
    pairs = list(zip(rest[::2], rest[1::2], strict=True))
    source = tuple((f"P{key[1:]}", _value(words)) for key, words in pairs if key[0] == "S")
    qualifiers = tuple((key, _value(words)) for key, words in pairs if key[0] == "P")
    assert len(source) + len(qualifiers) == len(pairs)
    return Statement(item, (prop, _value(value)), qualifiers, (source,) if source else ())


def statements_in_csv(text: str) -> list[Statement]:
    """Read version 2."""
    header, *rows = csv.reader(io.StringIO(text, newline=""))
    assert header[0] == "qid"
    return [_row(header, row) for row in rows]


def _row(header: list[str], row: list[str]) -> Statement:
    assert len(row) == len(header)
    assert re.fullmatch(r"Q\d+", row[0]), "an empty cell would create an item"
    main: list[tuple[str, str]] = []
    qualifiers: list[tuple[str, str]] = []
    references: list[list[tuple[str, str]]] = []
    for name, cell in zip(header[1:], row[1:], strict=True):
        if name == "#" or not cell:
            continue
        if name.startswith("qal"):
            qualifiers.append((f"P{name[3:]}", _value(cell)))
        elif name[0] == "S":
            references.append([(f"P{name[1:]}", _value(cell))])
        elif name[0] == "s":
            references[-1].append((f"P{name[1:]}", _value(cell)))
        else:
            main.append((name, _value(cell)))
    (statement,) = main
    return Statement(row[0], statement, tuple(qualifiers), tuple(map(tuple, references)))


def _value(words: str) -> str:
    """Return a string without its quotation marks, an item, or a date with its precision."""
    if string := re.fullmatch(r'"(.*)"', words):
        return string[1]
    day = r"\+\d{4}-\d\d-\d\dT00:00:00Z/11"
    assert re.fullmatch(rf"Q\d+|{day}", words), f"{words} would be read as nothing"
    return words


def catalogue_rows(text: str) -> list[dict[str, str]]:
    """Read a catalogue as Mix'n'match does: CSV with tabs, and known headings only."""
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter="\t", strict=True))
    heading = re.compile(r"id|name|desc|url|type|born|died|[PAD]\w+")
    for row in rows:
        assert all(heading.fullmatch(name) for name in row)
        assert row["id"]
        assert row["name"]
        assert None not in row.values()
    return rows


def template_values(text: str) -> dict[str, str]:
    """Return the parameters of the template in a proposal."""
    inside = re.search(r"^{{Property proposal\n(.*?)^}}$", text, re.MULTILINE | re.DOTALL)
    assert inside
    nested = re.sub(r"{{TranslateThis\n(?: \|.*\n)*}}", "translated", inside[1])
    return dict(re.findall(r"^\|(.+?)\s*= ?(.*)$", nested, re.MULTILINE))
