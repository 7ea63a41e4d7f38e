"""The entity that each address in a build identifies, before and after documents are added.

An address is kept if it still identifies the same entity, aliased if it leads to another address,
and vanished if it no longer exists. Only an unstable address may vanish, and no address may come to
identify a different entity.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from kv2rdf import mapping
from kv2rdf.addresses.minting import Addresses
from kv2rdf.addresses.stability import is_stable
from kv2rdf.model.paper import Paper
from kv2rdf.model.part_numbers import numbers_in
from kv2rdf.rdf.terms import Iri, Term
from kv2rdf.rdf.vocabulary import DCT, ELI, ELIDL, FOAF, HOME, KV, RDF, SKOS
from tests.golden_case import clusters_of

_Facts: TypeAlias = Mapping[Iri, frozenset[Term]]

_IDENTIFYING: Mapping[Iri, tuple[Iri, ...]] = {
    KV.Dossier: (),
    KV.QuestionDocument: (),
    KV.Question: (ELI.is_part_of,),
    KV.Answer: (ELI.is_part_of,),
    KV.Explanation: (ELI.is_part_of,),
    KV.Footnote: (ELI.number, ELI.is_part_of, KV.text),
    KV.FootnoteMark: (KV.markOf, KV.offset),
    KV.Citation: (KV.citedIn, KV.quotes),
    KV.Finding: (KV.rule, KV.concerns),
    KV.NameForm: (KV.asInSource, KV.partyAsInSource, KV.chamber),
    KV.PrintedGraph: (FOAF.primaryTopic,),
    KV.DerivedGraph: (FOAF.primaryTopic,),
    KV.FindingsGraph: (FOAF.primaryTopic,),
    ELIDL.Activity: (ELIDL.had_activity_type, ELIDL.created_a_realization_of),
    ELIDL.Participation: (ELIDL.participation_role, KV.nameForm),
    ELI.Expression: (),
    ELI.Manifestation: (ELI.is_exemplified_by,),
    SKOS.Concept: (SKOS.prefLabel,),
}
"""The properties that identify an entity within its class.

Cases, papers and the text of a paper are identified by their address alone, which contains a
published number. This is also true of a paper that is an answer according to one source, and a
notice according to a reprint. A part is identified by its number or, without a number, by its text.
A notice without a number is identified by its text.
"""


_REPLIES: frozenset[Term] = frozenset((KV.AnswerDocument, KV.Notice))


class Build(NamedTuple):
    """The entity that each address identifies, and the replacement of each former address."""

    facts: Mapping[Iri, _Facts]
    replaced: Mapping[str, tuple[Iri, ...]]

    def successors(self, address: str) -> Iterator[str]:
        """Yield the addresses to which a former address leads, by triples and by the path rule."""
        graphs, slash, case = address.rpartition("/")
        if address.startswith(f"{HOME}/graph/"):
            for chamber in ("tk", "ek"):
                for replacement in self.replaced.get(f"{HOME}/eli/nl/{chamber}/zaak/{case}", ()):
                    yield f"{graphs}{slash}{replacement.rpartition('/')[2]}"
        for end in (len(address), *_ends(address)):
            for replacement in self.replaced.get(address[:end], ()):
                is_paper_of_part = address[:end].startswith(f"{replacement}/")
                following = replacement + ("" if is_paper_of_part else address[end:])
                further = tuple(self.successors(following))
                yield from further or (following,)


@dataclass
class Outcome:
    """The outcome for the addresses of a build in another build, and the faults."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def build(papers: Iterable[Paper]) -> Build:
    """Return the build of some papers."""
    facts: dict[Iri, dict[Iri, set[Term]]] = {}
    replaced: dict[str, list[Iri]] = {}
    for cluster in clusters_of(papers):
        for _, triples in mapping.statements(cluster, Addresses()):
            for subject, predicate, value in triples:
                if predicate == DCT.isReplacedBy and isinstance(value, Iri):
                    replaced.setdefault(subject, []).append(value)
                else:
                    facts.setdefault(subject, {}).setdefault(predicate, set()).add(value)
    return Build(
        {s: {p: frozenset(v) for p, v in about.items()} for s, about in facts.items()},
        {former: tuple(dict.fromkeys(new)) for former, new in replaced.items()},
    )


def compare(first: Build, second: Build, outcome: Outcome) -> None:
    """Compare two builds, and add the outcome for the addresses of the first to ``outcome``."""
    for address, about in first.facts.items():
        if RDF.type not in about:
            continue
        fate = _fate(address, about, second)
        outcome.counts[fate] += 1
        if fate in {"wrong", "vanished though stable", "led nowhere"}:
            outcome.faults.append(f"{fate}: {address}")


def _fate(address: Iri, about: _Facts, second: Build) -> str:
    now = second.facts.get(address)
    if now is not None:
        return "kept" if _is_same(about, now) else "wrong"
    if leads_to := tuple(second.successors(address)):
        is_there = any(Iri(successor) in second.facts for successor in leads_to)
        if is_there:
            return "aliased"
        return "led nowhere" if is_stable(address.removeprefix(HOME)) else "vanished, unstable"
    if is_stable(address.removeprefix(HOME)):
        return "vanished though stable"
    return "vanished, unstable"


def _is_same(one: _Facts, other: _Facts) -> bool:
    """Whether two descriptions of one address are about the same entity."""
    if one[RDF.type] & _REPLIES and other.get(RDF.type, frozenset()) & _REPLIES:
        return DCT.identifier in one or one.get(KV.text) == other.get(KV.text)
    classes = one[RDF.type] & other.get(RDF.type, frozenset()) & _IDENTIFYING.keys()
    if not one[RDF.type] & _IDENTIFYING.keys():
        return one[RDF.type] == other.get(RDF.type)
    if not classes:
        return False
    if classes & {KV.Question, KV.Answer} and not _is_same_part(one, other):
        return False
    if ELIDL.Participation in classes and KV.nameForm not in one:
        # The words of a list of offices may differ between two papers, but not those of one office.
        words = KV.officeAsInSource if KV.officeAsInSource in one else KV.asInSource
        return one.get(words) == other.get(words)
    return all(one.get(p) == other.get(p) for c in classes for p in _IDENTIFYING[Iri(c)])


def _is_same_part(one: _Facts, other: _Facts) -> bool:
    texts = [{"".join(str(text).split()) for text in about[KV.text]} for about in (one, other)]
    return texts[0] == texts[1] or (_numbers(one) is not None and _numbers(one) == _numbers(other))


def _numbers(about: _Facts) -> tuple[str, ...] | None:
    """Return the numbers of a part. If a paper has only one part, it may have no number."""
    labels = ("".join(str(label).split()) for label in about.get(ELI.number, ("1",)))
    return next(map(numbers_in, labels), None)


def _ends(address: str) -> Iterator[int]:
    """Yield the positions of the separators in an address, from the last to the first."""
    return (n for n in range(len(address) - 1, len(HOME), -1) if address[n] in "/#")
