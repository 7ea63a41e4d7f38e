"""The addresses of data: one method for each kind of thing.

Addresses consist of published identifiers only. An empty segment is refused, and so is a segment
that would need percent-encoding. The rules are in docs/addresses.md.
"""

from dataclasses import dataclass
from datetime import date

from kv2rdf.addresses.spelling import checked_segment, joined_key, path_below, reversible_key
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import ActivityKind, Chamber, PaperKind, PartKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant
from kv2rdf.model.register import AnswerTerm, Ministry, Office, Party, Person
from kv2rdf.model.rules import FindingRule
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of data, under one base (``--base``).

    Each method returns the address of the thing that its docstring names, and raises MintError
    if an identifier is empty or is not allowed in an address.
    """

    base: str = HOME

    def dossier(self, chamber: Chamber, case: str) -> Iri:
        """A case, by one of its identifiers."""
        return self._mint("eli", "nl", chamber.value, "zaak", case)

    def question_document(self, chamber: Chamber, case: str) -> Iri:
        """The question document of a case, by one of the case's identifiers."""
        return self._mint("eli", "nl", chamber.value, "kv", case)

    def document(self, d: CaseDocument) -> Iri:
        """A document of a case: questions by their case, a reply by number or fallback key."""
        if d.kind is PaperKind.QUESTIONS:
            return self.question_document(d.chamber, d.home_case)
        if d.number is not None:
            return self._mint("eli", "nl", d.chamber.value, "ah", d.number.session, d.number.number)
        key = d.fallback_key or ""
        if d.kind is PaperKind.NOTICE:
            word = "uitstel" if d.is_delay else "mededeling"
            return path_below(self.question_document(d.chamber, d.home_case), word, key)
        return self._mint("eli", "nl", d.chamber.value, "ah", key)

    def annex(self, chamber: Chamber, session: str, number: str) -> Iri:
        """A paper of the Aanhangsel van de Handelingen, by session and number."""
        return self._mint("eli", "nl", chamber.value, "ah", session, number)

    def part(self, document: Iri, kind: str, key: str) -> Iri:
        """A part of a document, by its kind and key. The key of an explanation is "".

        From the second question set on, a key begins with the number of the set: ``2/1``.
        """
        question_set, _, key_in_set = key.rpartition("/")
        if not key_in_set:
            return path_below(document, kind)
        set_segments = ("set", question_set) if question_set else ()
        return path_below(document, *set_segments, kind, key_in_set)

    def footnote(self, document: Iri, key: str) -> Iri:
        """A footnote of a document, by its key."""
        return self.part(document, PartKind.NOTE, key)

    def expression(self, document: Iri) -> Iri:
        """The Dutch text of a document."""
        return path_below(document, "nld")

    def manifestation(self, document: Iri, file_format: str) -> Iri:
        """The file of a document in a format such as ``html``."""
        return path_below(document, "nld", file_format)

    def mark(self, part: Iri, note: Iri, number: int = 1) -> Iri:
        """A mark of a note in a part. The second mark of the same note ends in ``-2``."""
        return _fragment(part, f"noot-{note.rpartition('/')[2]}", number)

    def citation(self, part: Iri, words: str, number: int = 1) -> Iri:
        """Words in a part that refer elsewhere. The second such words end in ``-2``."""
        return _fragment(part, f"citaat-{reversible_key(words)}", number)

    def finding(self, thing: Iri, rule: FindingRule, number: int = 1) -> Iri:
        """A finding about a thing, by its rule. From 2 on, the number is added: ``-2``."""
        return _fragment(thing, rule, number)

    def activity(
        self, d: Dossier, kind: ActivityKind, result: CaseDocument, case: str | None = None
    ) -> Iri:
        """An activity in a case, or in another ``case``, by the document that resulted from it."""
        # A case has only one tabling.
        name = kind.value if result.kind is PaperKind.QUESTIONS else f"{kind}-{_name(result)}"
        return _fragment(self.dossier(d.chamber, case or d.id), name)

    def participation(self, d: Dossier, p: Participant) -> Iri:
        """The participation of a participant in a case, by its role and the printed words.

        The second participant with the same words in the same role ends in ``-2``.
        """
        words = joined_key(*p.mention.identifying_words)
        return _fragment(self.dossier(d.chamber, d.id), f"{p.role}-{words}", p.repetition)

    def candidate(self, participation: Iri, p: Person) -> Iri:
        """A person who may be meant by the words of a participation, by the key of the person."""
        case, _, name = participation.partition("#")
        return Iri(f"{case}#kandidaat-{name}~~{checked_segment(p.key)}")

    def person(self, p: Person) -> Iri:
        """A person, by the key in the register, which never changes."""
        return self._mint("id", "persoon", p.key)

    def form(self, m: Mention, chamber: Chamber) -> Iri:
        """The form of the printed name or, without a name, of the printed office."""
        return (self.office_form if m.name is None else self.name_form)(m, chamber)

    def name_form(self, m: Mention, chamber: Chamber) -> Iri:
        """A printed name and the party that is printed after it, in one chamber."""
        return self._mint("id", "naamvorm", joined_key(m.name, m.party, chamber))

    def office_form(self, m: Mention, chamber: Chamber) -> Iri:
        """A printed office and the ministry that is printed apart from it, in one chamber."""
        return self._mint("id", "ambtsvorm", joined_key(m.office, m.ministry, chamber))

    def subject(self, printed: str) -> Iri:
        """A rubriek of the archive, by its printed words."""
        return self._mint("id", "rubriek", reversible_key(printed))

    def party(self, p: Party) -> Iri:
        """A party."""
        return self._mint("id", "partij", p.key)

    def group(self, p: Party, chamber: Chamber) -> Iri:
        """The parliamentary group of a party in a chamber."""
        return self._mint("id", "fractie", f"{p.key}-{chamber.value}")

    def membership(self, key: str) -> Iri:
        """A membership of a party or group, or a tenure of an office."""
        return self._mint("id", "lidmaatschap", key)

    def period(self, thing: Iri) -> Iri:
        """The period of a membership or of another thing."""
        return Iri(f"{thing}#periode")

    def office(self, o: Office) -> Iri:
        """An office in the government."""
        return self._mint("id", "ambt", o.key)

    def cabinet(self, key: str) -> Iri:
        """A cabinet."""
        return self._mint("id", "kabinet", key)

    def brought_source(self, name: str) -> Iri:
        """A source of entries of the register that a user added, by its name."""
        return self._mint("id", "herkomst", reversible_key(name))

    def ministry(self, m: Ministry) -> Iri:
        """A ministry: its TOOI address, or else one under the base."""
        return Iri(m.tooi) if m.tooi else self._mint("id", "ministerie", m.key)

    def topic(self, key: str) -> Iri:
        """A topic of the TaxonomieBeleidsagenda."""
        return self._mint("id", "thema", key)

    def medium(self, key: str) -> Iri:
        """A newspaper, broadcaster or other medium, or a kind of medium."""
        return self._mint("id", "medium", key)

    def answer_term(self, t: AnswerTerm) -> Iri:
        """A term for answering, by its chamber and the first day on which it applies."""
        return self._mint("id", "termijn", f"{t.chamber}-{t.since}")

    def scheme(self, name: str) -> Iri:
        """The concept scheme of topics, rubrieken, media or answer terms."""
        return self._mint("id", name)

    def source(self, document_id: str) -> Iri:
        """An input document, by its id."""
        return self._mint("bron", reversible_key(document_id))

    def graph(self, name: str) -> Iri:
        """The graph of a case, by the case's identifier, or another graph, such as ``register``."""
        return self._mint("graph", name)

    def derived_graph(self, case: str) -> Iri:
        """The graph that contains the derived triples of a case."""
        return self._mint("graph", "derived", case)

    def findings_graph(self, case: str) -> Iri:
        """The graph of the findings about a case."""
        return self._mint("graph", "findings", case)

    def dataset(self, release: date | None = None) -> Iri:
        """The dataset, or one release of it."""
        return self._mint("dataset", "kamervragen", *([release.isoformat()] if release else []))

    def partition(self, dataset: Iri, word: str, term: str) -> Iri:
        """The partition of a dataset for one class or one property."""
        return Iri(f"{dataset}#{word}-{reversible_key(term)}")

    def file(self, release: date, name: str) -> Iri:
        """A file of a release."""
        return self._mint("dataset", "kamervragen", release.isoformat(), name)

    def catalogue(self) -> Iri:
        """The catalogue that lists the dataset."""
        return self._mint("dataset")

    def publisher(self) -> Iri:
        """The publisher of the dataset: this project."""
        return Iri(f"{self.base}/dataset#uitgever")

    def rights(self) -> Iri:
        """What there is to know about the rights in the texts."""
        return Iri(f"{self.base}/dataset#rechten")

    def software(self, version: str) -> Iri:
        """A version of this software."""
        return self._mint("run", "kv2rdf", version)

    def run(self, release: date) -> Iri:
        """The run that built a release."""
        return self._mint("run", release.isoformat())

    def statistic(self, *segments: str) -> Iri:
        """A table of the statistics, or a part of one, such as a row."""
        return self._mint("statistiek", *segments)

    def moved(self, address: str) -> Iri:
        """An address in moved.csv. It is moved to this base, if it is below the usual one."""
        below = address.removeprefix(f"{HOME}/")
        return Iri(address if below == address else f"{self.base}/{below}")

    def _mint(self, *segments: str) -> Iri:
        return path_below(self.base, *segments)


def _fragment(thing: Iri, name: str, number: int = 1) -> Iri:
    """Return the address of a thing with a fragment. A number above 1 is added to its name."""
    return Iri(f"{thing}#{checked_segment(f'{name}-{number}' if number > 1 else name)}")


def _name(reply: CaseDocument) -> str:
    """Return the number of a reply, or its fallback key."""
    number = reply.number
    return f"{number.session}-{number.number}" if number else reply.fallback_key or ""
