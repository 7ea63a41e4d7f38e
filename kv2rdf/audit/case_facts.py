"""The facts about a document and its cases in the graph."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

_NUMBERS = re.compile(r"[0-9]+[a-z]?(?![a-z])")
_ENDS_IN_DIGIT = re.compile(r"[0-9]\Z")


@dataclass(frozen=True)
class CaseFacts:
    """The literals of a document and its cases, except running text.

    Each is a pair: the local name of its property, and its text without white space.
    """

    literals: frozenset[tuple[str, str]]

    def has(self, text: str, terms: Sequence[str]) -> bool:
        """Whether ``text`` occurs within a literal of one of the properties in ``terms``."""
        return any(text in literal for literal in self._of(*terms))

    def has_value(self, text: str, terms: Sequence[str]) -> bool:
        """Whether ``text`` is a complete literal of one of the properties in ``terms``."""
        return any((term, text) in self.literals for term in terms)

    def has_number(self, number: str) -> bool:
        """Whether a part has this number, as printed."""
        return ("number", number) in self.literals

    def has_date(self, date: str) -> bool:
        """Whether a document or an activity has this date."""
        return any((term, date) in self.literals for term in ("date_document", "activity_date"))

    def has_finding_at(self, number: str) -> bool:
        """Whether the location of a finding ends in ``number``, the number of a part.

        Such a part is unpublished or has no text. Several numbers are written as "1-3" in the
        location.
        """
        number = "-".join(_NUMBERS.findall(number)) or number
        return any(
            location.endswith(number) and not _ENDS_IN_DIGIT.search(location.removesuffix(number))
            for location in self._of("place")  # kv:place
        )

    def has_only_others(self, role: str, name: str, words: str) -> bool:
        """Whether a person in a role is named with other words, and others are named with these.

        ``words`` is a party, an office or a ministry, which follows the name in brackets.
        """
        named = self._of(role)
        return (
            f"{name}({words})" not in named
            and any(text.startswith(f"{name}(") for text in named)
            and any(text.endswith(f"({words})") for text in named)
        )

    def _of(self, *terms: str) -> list[str]:
        return [text for term in terms for text in self._by_term.get(term, ())]

    @cached_property
    def _by_term(self) -> dict[str, list[str]]:
        texts: dict[str, list[str]] = {}
        for term, text in self.literals:
            texts.setdefault(term, []).append(text)
        return texts
