"""Every address we mint: one function for each kind of thing.

Addresses are made of published identifiers only; minting refuses an empty part, and a part that
would need percent-encoding. The rules are in docs/addresses.md.
"""

from dataclasses import dataclass
from datetime import date

from kv2rdf.addresses.spelling import path_below, segment, spelled
from kv2rdf.model.document import Document
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import Chamber, PaperKind
from kv2rdf.model.paper import Mention
from kv2rdf.model.participants import Participant
from kv2rdf.model.register import Ministry, Office, Party, Person
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME

_NOTICE, _DELAY = "mededeling", "uitstel"


@dataclass(frozen=True, slots=True)
class Addresses:
    """The addresses of data, under one base (``--base``)."""

    base: str = HOME

    def dossier(self, chamber: Chamber, case: str) -> Iri:
        """Give a case, by one of its identifiers."""
        return self._mint("eli", "nl", chamber.value, "zaak", case)

    def question_document(self, chamber: Chamber, case: str) -> Iri:
        """Give the question document of a case, by one of the case's identifiers."""
        return self._mint("eli", "nl", chamber.value, "kv", case)

    def document(self, d: Document) -> Iri:
        """Give a document: by case, by Aanhangsel number, or by day for an unnumbered notice."""
        if d.kind is PaperKind.QUESTIONS:
            return self.question_document(d.chamber, d.home)
        if d.number is not None:
            return self._mint("eli", "nl", d.chamber.value, "ah", d.number.session, d.number.number)
        if d.kind is PaperKind.NOTICE:
            word = _DELAY if d.is_delay else _NOTICE
            return path_below(self.question_document(d.chamber, d.home), word, d.fallback or "")
        return self._mint("eli", "nl", d.chamber.value, "ah", d.fallback or "")

    def annex(self, chamber: Chamber, session: str, number: str) -> Iri:
        """Give a paper of the Aanhangsel van de Handelingen, by session and number."""
        return self._mint("eli", "nl", chamber.value, "ah", session, number)

    def part(self, document: Iri, kind: str, key: str) -> Iri:
        """Give a numbered part of a document; its one explanation has no key.

        The key of a part in a second set of questions or answers has the set before it: ``2/1``.
        """
        series, _, own = key.rpartition("/")
        within = ("set", series) if series else ()
        return path_below(document, *within, kind, own) if own else path_below(document, kind)

    def expression(self, document: Iri) -> Iri:
        """Give the Dutch text of a document."""
        return path_below(document, "nld")

    def manifestation(self, document: Iri, form: str) -> Iri:
        """Give the file of a document in a form such as ``html``."""
        return path_below(document, "nld", form)

    def within(self, thing: Iri, word: str, number: int) -> Iri:
        """Give what is never fetched alone: a mark, a citation, a finding in ``thing``."""
        return Iri(f"{thing}#{segment(word)}-{number}")

    def activity(self, d: Dossier, sort: str, number: int | None = None) -> Iri:
        """Give what happened in a case: its one tabling, or the ``number``-th of another sort."""
        case = self.dossier(d.chamber, d.id)
        return Iri(f"{case}#{segment(sort)}") if number is None else self.within(case, sort, number)

    def participation(self, d: Dossier, p: Participant) -> Iri:
        """Give somebody's part in a case."""
        return self.within(self.dossier(d.chamber, d.id), p.role.value, p.ordinal)

    def person(self, p: Person) -> Iri:
        """Give a person: by the Tweede Kamer's GUID, or by the minted key of one who has none."""
        return self._mint("id", "persoon", p.guid or p.key)

    def name_form(self, m: Mention, chamber: Chamber) -> Iri:
        """Give a name as printed, with the party printed behind it, in a chamber."""
        words = (m.name or "", m.party or "", chamber.value)
        return self._mint("id", "naamvorm", "~~".join(map(spelled, words)))

    def subject(self, printed: str) -> Iri:
        """Give a rubriek of the archive, by its printed words."""
        return self._mint("id", "rubriek", spelled(printed))

    def party(self, p: Party) -> Iri:
        """Give a party or group."""
        return self._mint("id", "fractie", p.key)

    def membership(self, key: str) -> Iri:
        """Give one spell of somebody in a party, a group or an office."""
        return self._mint("id", "lidmaatschap", key)

    def period(self, membership: Iri) -> Iri:
        """Give the days that a spell runs from and to."""
        return Iri(f"{membership}#periode")

    def office(self, o: Office) -> Iri:
        """Give a post in the government."""
        return self._mint("id", "ambt", o.key)

    def ministry(self, m: Ministry) -> Iri:
        """Give a ministry: TOOI's own address where there is one."""
        return Iri(m.tooi) if m.tooi else self._mint("id", "ministerie", m.key)

    def topic(self, key: str) -> Iri:
        """Give a topic of the TaxonomieBeleidsagenda."""
        return self._mint("id", "thema", key)

    def medium(self, key: str) -> Iri:
        """Give a newspaper, broadcaster or other medium, or a kind of them."""
        return self._mint("id", "medium", key)

    def scheme(self, name: str) -> Iri:
        """Give the scheme that topics, rubrieken or media are concepts in."""
        return self._mint("id", name)

    def source(self, document_id: str) -> Iri:
        """Give a document as it came in."""
        return self._mint("bron", spelled(document_id))

    def graph(self, name: str) -> Iri:
        """Give a graph: of a case by its identifier, or ``register``, ``meta``."""
        return self._mint("graph", name)

    def derived_graph(self, case: str) -> Iri:
        """Give the graph of what we infer about a case."""
        return self._mint("graph", "derived", case)

    def dataset(self, release: date | None = None) -> Iri:
        """Give the dataset, or one release of it."""
        return self._mint("dataset", "kamervragen", *([release.isoformat()] if release else []))

    def partition(self, dataset: Iri, word: str, term: str) -> Iri:
        """Give the part of a dataset that has things of one class, or triples of one property."""
        return Iri(f"{dataset}#{word}-{spelled(term)}")

    def file(self, release: date, name: str) -> Iri:
        """Give a file of a release."""
        return self._mint("dataset", "kamervragen", release.isoformat(), name)

    def catalogue(self) -> Iri:
        """Give the catalogue that lists the dataset."""
        return self._mint("dataset")

    def publisher(self) -> Iri:
        """Give whoever publishes: this project."""
        return Iri(f"{self.base}/dataset#uitgever")

    def software(self, version: str) -> Iri:
        """Give a version of this software."""
        return self._mint("run", "kv2rdf", version)

    def run(self, release: date) -> Iri:
        """Give the run that made a release."""
        return self._mint("run", release.isoformat())

    def statistic(self, *segments: str) -> Iri:
        """Give a table of the statistics, or what is in it."""
        return self._mint("statistiek", *segments)

    def _mint(self, *segments: str) -> Iri:
        return path_below(self.base, *segments)
