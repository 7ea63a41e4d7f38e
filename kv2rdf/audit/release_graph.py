"""The graph of the documents of one cluster: their texts, and the facts about their cases.

The texts of a source are the texts of the entities derived from it (prov:wasDerivedFrom): papers
with their parts, and findings. The facts of a source are all other literals of the source, of these
entities and of their cases.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from kv2rdf.audit.case_facts import CaseFacts
from kv2rdf.audit.database import AuditDatabase
from kv2rdf.audit.dump.terms import (
    ANSWERS_TO,
    CONCERNS,
    CONCERNS_DOSSIER,
    CONSISTS_OF,
    CREATED_A_REALIZATION_OF,
    HAD_ACTIVITY_TYPE,
    HAD_PARTICIPATION,
    IS_PART_OF,
    IS_REALIZED_BY,
    NAME_FORM,
    PARTICIPATION_ROLE,
    PROSE,
    RULE,
    STATE,
    WAS_DERIVED_FROM,
    WORK_TYPE,
    local_name,
)
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.matching.texts import GraphText

_SETTLED = {
    "openstaand": ("false",), "uitgesteld": ("false",), "ingetrokken": ("false", "true"),
    "beantwoord": ("true",), "afgedaan": ("true",),
}  # fmt: skip
"""Maps each state of a case to the values that "Afgedaan" (settled) in its record may have."""

_BESIDE_A_NAME = ("partyAsInSource", "officeAsInSource", "ministryAsInSource")


class ClusterGraph:
    """The graph of sources that share a paper or a case.

    Sources, papers, parts and all other entities are given as addresses.
    """

    def __init__(self, database: AuditDatabase) -> None:
        """Store the database that contains the graph."""
        self._database = database
        self._texts: dict[str, tuple[GraphText, ...]] = {}
        self._facts: dict[str, tuple[tuple[str, str], ...]] = {}

    def texts(self, source: str) -> list[GraphText]:
        """Return the texts derived from a source.

        A text that several sources share is always the same object.

        The result does not include the texts returned by ``texts_of_other_prints``.
        """
        others = self._parts_of_other_prints(source)
        things = (thing for thing in self._derived_things(source) if thing not in others)
        return [text for thing in things for text in self._texts_of(thing)]

    def texts_of_other_prints(self, source: str) -> list[GraphText]:
        """Return the texts of a source's papers that are derived only from other sources."""
        return [t for part in self._parts_of_other_prints(source) for t in self._texts_of(part)]

    def facts(self, source: str) -> CaseFacts:
        """Return the facts about a source, the entities derived from it, and its cases."""
        derived = self._database.subjects(WAS_DERIVED_FROM, source)
        dossiers = self._objects(derived, CONCERNS_DOSSIER)
        activities = self._all(
            derived, lambda work: self._database.subjects(CREATED_A_REALIZATION_OF, work)
        )
        activities |= self._objects(dossiers, CONSISTS_OF)
        participations = self._objects(activities, HAD_PARTICIPATION)
        things = {
            source,
            *derived,
            *self._all(derived, self._parts),
            *self._objects(derived, IS_REALIZED_BY),
            *dossiers,
            *activities,
            *participations,
            *self._objects(participations, NAME_FORM),
        }
        literals = {fact for thing in things for fact in self._facts_of(thing)}
        literals |= {fact for each in participations for fact in self._facts_of_person(each)}
        literals |= {fact for each in activities for fact in self._dates_of(each)}
        literals |= {
            ("settled", settled)
            for state in self._objects(dossiers, STATE)
            for settled in _SETTLED[local_name(state)]
        }
        literals |= {
            ("work_type", local_name(kind).replace("-", ""))
            for kind in self._objects(derived, WORK_TYPE)
        }
        return CaseFacts(frozenset(literals))

    def requested_texts(self) -> list[GraphText]:
        """Return all texts that have been returned for any source, without duplicates."""
        return [text for thing in sorted(self._texts) for text in self._texts[thing]]

    def answered_numbers(self) -> Iterator[tuple[str, str, str]]:
        """Yield each link from an answer to a question, for the texts that have been returned.

        Each item is the address of the answer, its number, and the number of the question.
        """
        for answer in sorted(self._texts):
            for question in self._database.objects(answer, ANSWERS_TO):
                yield answer, self._number_of(answer), self._number_of(question)

    def requested_facts(self) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
        """Return each entity whose facts were included in a result of ``facts``, with its facts."""
        return sorted(self._facts.items())

    def sources_of(self, thing: str) -> Sequence[str]:
        """Return the sources of an entity or, if there are none, of the paper that contains it."""
        papers = self._database.objects(thing, IS_PART_OF)
        return self._database.objects(thing, WAS_DERIVED_FROM) or [
            source for paper in papers for source in self._database.objects(paper, WAS_DERIVED_FROM)
        ]

    def sources_of_facts(self) -> set[str]:
        """Return the sources of all entities whose facts were requested."""
        return self._objects(self._facts, WAS_DERIVED_FROM)

    def has_other_versions(self, source: str) -> bool:
        """Whether any paper was derived from both this source and another source."""
        papers = self._database.subjects(WAS_DERIVED_FROM, source)
        return any(len(self._database.objects(paper, WAS_DERIVED_FROM)) > 1 for paper in papers)

    def _derived_things(self, source: str) -> dict[str, None]:
        """Return a dict whose keys are the entities from a source and their parts, in order."""
        derived = self._database.subjects(WAS_DERIVED_FROM, source)
        return dict.fromkeys(part for thing in derived for part in (thing, *self._parts(thing)))

    def _parts_of_other_prints(self, source: str) -> dict[str, None]:
        """Return a dict whose keys are the parts of a source's papers from other sources only."""
        if not self.has_other_versions(source):
            return {}
        return {
            thing: None
            for thing in self._derived_things(source)
            if (own := self._database.objects(thing, WAS_DERIVED_FROM)) and source not in own
        }

    def _parts(self, work: str) -> list[str]:
        return self._database.subjects(IS_PART_OF, work)

    def _objects(self, things: Iterable[str], predicate: str) -> set[str]:
        return self._all(things, lambda thing: self._database.objects(thing, predicate))

    @staticmethod
    def _all(things: Iterable[str], step: Callable[[str], Sequence[str]]) -> set[str]:
        return {found for thing in things for found in step(thing)}

    def _facts_of(self, thing: str) -> tuple[tuple[str, str], ...]:
        if thing not in self._facts:
            self._facts[thing] = tuple(
                (local_name(predicate), without_space(text))
                for predicate, text in self._database.literals(thing)
                if predicate not in PROSE
            )
        return self._facts[thing]

    def _dates_of(self, activity: str) -> Iterator[tuple[str, str]]:
        """Yield the date of an activity, with the kind of the activity as its property."""
        kinds = self._database.objects(activity, HAD_ACTIVITY_TYPE)
        for term, text in self._facts_of(activity):
            if term == "activity_date":
                yield from ((local_name(kind), text) for kind in kinds)

    def _facts_of_person(self, participation: str) -> Iterator[tuple[str, str]]:
        """Yield the name of a person in a case, with the role as its property.

        If there is no name, the office is used instead. The name is yielded alone, and with each
        party, office and ministry that is printed with it.
        """
        roles = self._database.objects(participation, PARTICIPATION_ROLE)
        forms = self._database.objects(participation, NAME_FORM)
        facts = [fact for thing in (participation, *forms) for fact in self._facts_of(thing)]
        names = [text for term, text in facts if term == "asInSource"]
        offices = [text for term, text in facts if term == "officeAsInSource"]
        beside = [text for term, text in facts if term in _BESIDE_A_NAME]
        for role in map(local_name, roles):
            for name in names or offices:
                yield role, name
                yield from ((role, f"{name}({words})") for words in beside)

    def _texts_of(self, thing: str) -> tuple[GraphText, ...]:
        if thing not in self._texts:
            rules = self._database.objects(thing, RULE)
            rule = local_name(rules[0]) if rules else ""
            number = self._number_of(thing)
            self._texts[thing] = tuple(
                GraphText(thing, without_space(text), rule, number)
                for predicate, text in self._database.literals(thing)
                if predicate in PROSE
            )
        return self._texts[thing]

    def _number_of(self, thing: str) -> str:
        """Return the number of a part, or of the part that a finding is about, or ""."""
        for part in (thing, *self._database.objects(thing, CONCERNS)):
            for predicate, text in self._database.literals(part):
                if local_name(predicate) == "number":
                    return without_space(text)
        return ""
