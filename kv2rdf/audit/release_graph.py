"""What the graph says of the documents of one cluster: their texts, and the facts of their cases.

A source's texts are those of what was derived from it (prov:wasDerivedFrom): papers with their
parts, and findings. Its facts are all literals of these and of the cases they belong to.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from kv2rdf.audit.database import Desk
from kv2rdf.audit.dump.terms import (
    CONCERNS,
    CONSISTS_OF,
    CREATED,
    DERIVED,
    NAME_FORM,
    PART_OF,
    PROSE,
    REALIZED,
    RULE,
    TOLD_OF,
    TOOK_PART,
    local_name,
)
from kv2rdf.audit.matching.spans import Text, bare


@dataclass(frozen=True)
class Facts:
    """What the graph says of a case besides its texts: term and words without white space."""

    literals: frozenset[tuple[str, str]]

    def has(self, words: str, terms: Sequence[str]) -> bool:
        """Tell whether words stand in a literal of one of these properties."""
        return any(words in literal for literal in self._of(*terms))

    def is_number(self, words: str) -> bool:
        """Tell whether a part has this number, as printed."""
        return words in self._of("number")

    def is_day(self, day: str) -> bool:
        """Tell whether something of the case was dated or done on a day."""
        return day in self._of("date_document", "activity_date")

    def names_in_finding(self, number: str) -> bool:
        """Tell whether a finding names a part by its number: one set aside, or without text."""
        last = re.compile(rf"(?<![0-9]){re.escape(number)}$")
        return any(last.search(place) for place in self._of("place"))

    def _of(self, *terms: str) -> list[str]:
        return [words for term in terms for words in self._by_term.get(term, ())]

    @cached_property
    def _by_term(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for term, words in self.literals:
            found.setdefault(term, []).append(words)
        return found


class Cluster:
    """The graph of sources that share a paper or a case."""

    def __init__(self, desk: Desk) -> None:
        """Take the desk that the graph lies on."""
        self._desk = desk
        self._texts: dict[str, tuple[Text, ...]] = {}
        self._facts: dict[str, tuple[tuple[str, str], ...]] = {}

    def texts(self, source: str) -> list[Text]:
        """Give the texts derived from a source: for each source the same ones, to be covered."""
        return [
            text
            for thing in self._desk.subjects(DERIVED, source)
            for part in (thing, *self._parts(thing))
            for text in self._texts_of(part)
        ]

    def facts(self, source: str) -> Facts:
        """Give all that the graph says of a source, of what was derived from it, and its cases."""
        derived = self._desk.subjects(DERIVED, source)
        dossiers = self._all(derived, lambda work: self._desk.objects(work, CONCERNS))
        done = self._all(derived, lambda work: self._desk.subjects(CREATED, work))
        done |= self._all(dossiers, lambda case: self._desk.objects(case, CONSISTS_OF))
        people = self._all(done, lambda act: self._desk.objects(act, TOOK_PART))
        things = {
            source,
            *derived,
            *self._all(derived, self._parts),
            *self._all(derived, lambda work: self._desk.objects(work, REALIZED)),
            *dossiers,
            *done,
            *people,
            *self._all(people, lambda one: self._desk.objects(one, NAME_FORM)),
        }
        return Facts(frozenset(fact for thing in things for fact in self._facts_of(thing)))

    def all_texts(self) -> list[Text]:
        """Give the texts that were given for some source, each once."""
        return [text for thing in sorted(self._texts) for text in self._texts[thing]]

    def all_facts(self) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """Give the things whose facts were given for some source, with these."""
        return sorted(self._facts.items())

    def derived_from(self, thing: str) -> list[str]:
        """Give the sources of a thing, or of the paper that it is part of."""
        papers = (thing, *self._desk.objects(thing, PART_OF))
        return [source for paper in papers for source in self._desk.objects(paper, DERIVED)]

    def sources(self) -> set[str]:
        """Give the sources of all whose facts were given: others than were asked for, too."""
        return self._all(self._facts, lambda thing: self._desk.objects(thing, DERIVED))

    def has_other_prints(self, source: str) -> bool:
        """Tell whether a paper was derived from this source and from another."""
        papers = self._desk.subjects(DERIVED, source)
        return any(len(self._desk.objects(paper, DERIVED)) > 1 for paper in papers)

    def _parts(self, work: str) -> list[str]:
        return self._desk.subjects(PART_OF, work)

    @staticmethod
    def _all(things: Iterable[str], step: Callable[[str], list[str]]) -> set[str]:
        return {found for thing in things for found in step(thing)}

    def _facts_of(self, thing: str) -> tuple[tuple[str, str], ...]:
        if thing not in self._facts:
            self._facts[thing] = tuple(
                (local_name(predicate), bare(words))
                for predicate, words in self._desk.literals(thing)
                if predicate not in PROSE
            )
        return self._facts[thing]

    def _texts_of(self, thing: str) -> tuple[Text, ...]:
        if thing not in self._texts:
            rules = self._desk.objects(thing, RULE)
            rule = local_name(rules[0]) if rules else ""
            literals = self._desk.literals(thing)
            number = self._number_of(thing)
            self._texts[thing] = tuple(
                Text(thing, bare(words), rule, number)
                for predicate, words in literals
                if predicate in PROSE
            )
        return self._texts[thing]

    def _number_of(self, thing: str) -> str:
        """Give the number of a part, or of the part whose other print a finding keeps."""
        parts = (thing, *self._desk.objects(thing, TOLD_OF))
        literals = (literal for part in parts for literal in self._desk.literals(part))
        return next((bare(words) for term, words in literals if local_name(term) == "number"), "")
