"""The addresses of the entities in the data, with one method for each kind of entity.

Addresses are made only from identifiers that are published. A segment that is empty, or that would
need percent-encoding, is refused. The rules are in docs/addresses.md.
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
    """The addresses of data under one base (``--base``).

    Each method returns an address. It raises MintError if an identifier is empty or is not allowed
    in an address.
    """

    base: str = HOME

    def dossier(self, chamber: Chamber, case: str) -> Iri:
        """Return the address of a case, made from one of its identifiers."""
        return self._mint("eli", "nl", chamber.value, "zaak", case)

    def question_document(self, chamber: Chamber, case: str) -> Iri:
        """Return the address of a case's question document, made from an identifier of the case."""
        return self._mint("eli", "nl", chamber.value, "kv", case)

    def document(self, d: CaseDocument) -> Iri:
        """Return the address of a document, made from its number, case or ``fallback_key``."""
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
        """Return the address of a paper of the Aanhangsel, made from its session and number."""
        return self._mint("eli", "nl", chamber.value, "ah", session, number)

    def part(self, document: Iri, kind: str, key: str) -> Iri:
        """Return the address of a part of a document. The key of an explanation is "".

        From the second question set on, a key begins with the number of the set, as in ``2/1``.
        """
        question_set, _, key_in_set = key.rpartition("/")
        if not key_in_set:
            return path_below(document, kind)
        set_segments = ("set", question_set) if question_set else ()
        return path_below(document, *set_segments, kind, key_in_set)

    def footnote(self, document: Iri, key: str) -> Iri:
        """Return the address of a footnote of a document, made from its key."""
        return self.part(document, PartKind.NOTE, key)

    def expression(self, document: Iri) -> Iri:
        """Return the address of the Dutch text of a document."""
        return path_below(document, "nld")

    def manifestation(self, document: Iri, file_format: str) -> Iri:
        """Return the address of the file of a document in a format such as ``html``."""
        return path_below(document, "nld", file_format)

    def mark(self, part: Iri, note: Iri, number: int = 1) -> Iri:
        """Return the address of the ``number``-th mark of a note in a part."""
        return _fragment(part, f"noot-{note.rpartition('/')[2]}", number)

    def citation(self, part: Iri, words: str, number: int = 1) -> Iri:
        """Return the address of the ``number``-th citation with these words in a part."""
        return _fragment(part, f"citaat-{reversible_key(words)}", number)

    def finding(self, thing: Iri, rule: FindingRule, number: int = 1) -> Iri:
        """Return the address of the ``number``-th finding with this rule about an entity."""
        return _fragment(thing, rule, number)

    def activity(
        self, d: Dossier, kind: ActivityKind, result: CaseDocument, case: str | None = None
    ) -> Iri:
        """Return the address of the activity with this ``result``, in ``d`` or another ``case``."""
        # A case has only one tabling.
        name = kind.value if result.kind is PaperKind.QUESTIONS else f"{kind}-{_name(result)}"
        return _fragment(self.dossier(d.chamber, case or d.id), name)

    def participation(self, d: Dossier, p: Participant) -> Iri:
        """Return the address of a participation, made from its role and printed words.

        If the same words occur twice in this role in a case, the second address ends in ``-2``.
        """
        words = joined_key(*p.mention.identifying_words)
        return _fragment(self.dossier(d.chamber, d.id), f"{p.role}-{words}", p.repetition)

    def candidate(self, participation: Iri, p: Person) -> Iri:
        """Return the address of a candidate: somebody to whom a participation may refer."""
        case, _, name = participation.partition("#")
        return Iri(f"{case}#kandidaat-{name}~~{checked_segment(p.key)}")

    def person(self, p: Person) -> Iri:
        """Return the permanent address of a person, made from the key in the register."""
        return self._mint("id", "persoon", p.key)

    def form(self, m: Mention, chamber: Chamber) -> Iri:
        """Return the address of the name in a mention or, if it has no name, of its office."""
        return (self.office_form if m.name is None else self.name_form)(m, chamber)

    def name_form(self, m: Mention, chamber: Chamber) -> Iri:
        """Return the address of a printed name in one chamber, with the party printed after it."""
        return self._mint("id", "naamvorm", joined_key(m.name, m.party, chamber))

    def office_form(self, m: Mention, chamber: Chamber) -> Iri:
        """Return the address of a printed office in one chamber, with its ministry, if any."""
        return self._mint("id", "ambtsvorm", joined_key(m.office, m.ministry, chamber))

    def subject(self, printed: str) -> Iri:
        """Return the address of a rubriek of the archive, made from its printed words."""
        return self._mint("id", "rubriek", reversible_key(printed))

    def party(self, p: Party) -> Iri:
        """Return the address of a party."""
        return self._mint("id", "partij", p.key)

    def group(self, p: Party, chamber: Chamber) -> Iri:
        """Return the address of the parliamentary group of a party in a chamber."""
        return self._mint("id", "fractie", f"{p.key}-{chamber.value}")

    def membership(self, key: str) -> Iri:
        """Return the address of a membership or a tenure, made from its key."""
        return self._mint("id", "lidmaatschap", key)

    def period(self, thing: Iri) -> Iri:
        """Return the address of the period in which a membership or another entity exists."""
        return Iri(f"{thing}#periode")

    def office(self, o: Office) -> Iri:
        """Return the address of an office in the government."""
        return self._mint("id", "ambt", o.key)

    def cabinet(self, key: str) -> Iri:
        """Return the address of a cabinet."""
        return self._mint("id", "kabinet", key)

    def brought_source(self, name: str) -> Iri:
        """Return the address of a source of entries that a user added to the register."""
        return self._mint("id", "herkomst", reversible_key(name))

    def ministry(self, m: Ministry) -> Iri:
        """Return the TOOI address of a ministry or, if there is none, an address under the base."""
        return Iri(m.tooi) if m.tooi else self._mint("id", "ministerie", m.key)

    def topic(self, key: str) -> Iri:
        """Return the address of a topic of the TaxonomieBeleidsagenda."""
        return self._mint("id", "thema", key)

    def medium(self, key: str) -> Iri:
        """Return the address of a newspaper, broadcaster or other medium, or a kind of medium."""
        return self._mint("id", "medium", key)

    def answer_term(self, t: AnswerTerm) -> Iri:
        """Return the address of an answer term, made from its chamber and its first day."""
        return self._mint("id", "termijn", f"{t.chamber}-{t.since}")

    def scheme(self, name: str) -> Iri:
        """Return the address of the concept scheme of topics, headings, media or answer terms."""
        return self._mint("id", name)

    def source(self, document_id: str) -> Iri:
        """Return the address of an input document, made from its id."""
        return self._mint("bron", reversible_key(document_id))

    def graph(self, name: str) -> Iri:
        """Return the address of the graph of a case, or of another graph, such as ``register``."""
        return self._mint("graph", name)

    def derived_graph(self, case: str) -> Iri:
        """Return the address of the graph that contains the derived triples of a case."""
        return self._mint("graph", "derived", case)

    def findings_graph(self, case: str) -> Iri:
        """Return the address of the graph that contains the findings about a case."""
        return self._mint("graph", "findings", case)

    def dataset(self, release: date | None = None) -> Iri:
        """Return the address of the dataset or, if a date is given, of one of its releases."""
        return self._mint("dataset", "kamervragen", *([release.isoformat()] if release else []))

    def partition(self, dataset: Iri, word: str, term: str) -> Iri:
        """Return the address of the partition of a dataset for one class or one property."""
        return Iri(f"{dataset}#{word}-{reversible_key(term)}")

    def file(self, release: date, name: str) -> Iri:
        """Return the address of a file of a release."""
        return self._mint("dataset", "kamervragen", release.isoformat(), name)

    def catalogue(self) -> Iri:
        """Return the address of the catalogue that lists the dataset."""
        return self._mint("dataset")

    def publisher(self) -> Iri:
        """Return the address of the publisher of the dataset: this project."""
        return Iri(f"{self.base}/dataset#uitgever")

    def rights(self) -> Iri:
        """Return the address of the statement about the rights in the texts."""
        return Iri(f"{self.base}/dataset#rechten")

    def software(self, version: str) -> Iri:
        """Return the address of a version of this software."""
        return self._mint("run", "kv2rdf", version)

    def run(self, release: date) -> Iri:
        """Return the address of the run that built a release."""
        return self._mint("run", release.isoformat())

    def statistic(self, *segments: str) -> Iri:
        """Return the address of a table of the statistics, or of a part of it, such as a row."""
        return self._mint("statistiek", *segments)

    def moved(self, address: str) -> Iri:
        """Return an address from moved.csv, with the default base replaced by ``base``."""
        below = address.removeprefix(f"{HOME}/")
        return Iri(address if below == address else f"{self.base}/{below}")

    def _mint(self, *segments: str) -> Iri:
        return path_below(self.base, *segments)


def _fragment(thing: Iri, name: str, number: int = 1) -> Iri:
    """Return an address with a fragment: a name, followed by the number if it is above 1."""
    return Iri(f"{thing}#{checked_segment(f'{name}-{number}' if number > 1 else name)}")


def _name(reply: CaseDocument) -> str:
    """Return the session and number of a reply or, if it has none, its ``fallback_key``."""
    number = reply.number
    return f"{number.session}-{number.number}" if number else reply.fallback_key or ""
