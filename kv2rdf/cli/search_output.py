"""The texts that a search found, as plain text, CSV or JSON."""

from collections.abc import Sequence
from typing import Final

from kv2rdf.query.found_text_formats import found_csv, found_json
from kv2rdf.query.found_texts import FoundText, FoundTexts, SearchOrder

SEARCH_FORMATS: Final = ("text", "csv", "json")
_ORDERS = {
    SearchOrder.RANK: "the best matches first",
    SearchOrder.DAY: "the newest first",
    SearchOrder.OLDEST: "the oldest first",
}


def found_text(texts: Sequence[FoundText], format_: str) -> str:
    """Return texts in one of ``SEARCH_FORMATS``. CSV and JSON contain the same fields."""
    if format_ == "text":
        return "".join(map(_lines, texts))
    return found_json(texts) if format_ == "json" else found_csv(texts)


def place_in_list(found: FoundTexts, order: SearchOrder) -> str | None:
    """Return words such as "21–40 of 338 texts, the newest first", or None if all are shown."""
    if found.total == len(found.texts):
        return None
    numbers = [f"{number:,}" for number in (found.offset + 1, found.offset + len(found.texts))]
    return f"{'–'.join(dict.fromkeys(numbers))} of {found.total:,} texts, {_ORDERS[order]}"


def _lines(text: FoundText) -> str:
    """Return three lines about a text: its case and kind, its snippet, and its address."""
    day = text.day.isoformat() if text.day else "no day"
    part = f" {text.part}" if text.part else ""
    head = " · ".join((day, text.case, text.kind + part, _askers(text), text.title))
    return f"{head}\n    {text.snippet}\n    {text.address}\n"


def _askers(text: FoundText) -> str:
    """Return the askers and their parties. A party in brackets after a printed name is removed."""
    names = "; ".join(name.partition(" (")[0] for name in text.askers)
    return f"{names} ({', '.join(text.parties)})" if text.parties else names
