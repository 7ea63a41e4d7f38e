"""Documents that repeat one thing many times, such as questions, headings or letters.

If some step of a build compared everything in a document with everything else, its time would grow
with the square of the size of such a document.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from time import process_time
from types import MappingProxyType

from benchmarks.conversion import Document, cluster_statements, quads_and_turtle
from benchmarks.measurement import Benchmark, Row, row
from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping.people import PeopleRows
from kv2rdf.mapping.register import register
from kv2rdf.rdf import nquads
from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.reference import register_files, shipped_folders
from kv2rdf.validation.cluster_register_rows import RegisterClosure, triples_of
from kv2rdf.validation.double_check import DoubleCheck

TIMES = 64
"""How many times the larger document repeats the content of the smaller one."""

_SCAN = "Aanhangsel Tweede Kamer 1984-1985 nr. 128"
_HEADING = "Vragen van het lid Putten (ABC) over iets. (Ingezonden 3 mei 1985)"
_REPLY = "Antwoord Antwoord van minister Kade (Zaken). (Ontvangen 3 mei 1985)"


def rows(bench: Benchmark) -> Iterator[Row]:
    """Measure each shape once and ``TIMES`` times as large, and yield the cost per byte of both."""
    convert = Conversion()
    for name, documents in SHAPES.items():
        convert(documents(1))  # not measured, because it reads the seeds and compiles patterns
        small = _row(f"worst: {name}", documents(1), convert, bench.runs)
        yield small
        yield _row(f"worst: {name} x {TIMES}", documents(TIMES), convert, 1, small)


class Conversion:
    """The steps of a build for a document: it is read, linked, mapped, written and validated."""

    def __call__(self, documents: Sequence[Document]) -> int:
        """Convert the documents of one case, and return the number of their quads."""
        count = 0
        for statements in cluster_statements(documents):
            quads, _ = quads_and_turtle(statements)
            count += len(quads)
            triples = [triple for _, rows_ in statements for triple in rows_]
            lines = set(
                nquads.triple_lines([*triples, *triples_of(self.closure.rows_for(triples))])
            )
            self.shapes.check("worst", "".join(sorted(lines)))
        return count

    @cached_property
    def shapes(self) -> DoubleCheck:
        """The validation against the shapes."""
        return DoubleCheck.for_engine("shacl", shipped_folders.folder("shapes"))

    @cached_property
    def closure(self) -> RegisterClosure:
        """The register entries that a case needs."""
        seeds = register_files.read_seeds(shipped_folders.folder("seeds"))
        at = Addresses(HOME)
        return RegisterClosure(register(seeds.register, at), PeopleRows(seeds.register, at))


def _row(
    name: str,
    documents: Sequence[Document],
    convert: Conversion,
    runs: int,
    against: Row | None = None,
) -> Row:
    begin = process_time()
    quads = [convert(documents) for _ in range(runs)]
    seconds = (process_time() - begin) / runs
    size = sum(len(xml) for _, xml in documents)
    return row(name, size, seconds, against, f"{quads[0]:,} quads" if quads[0] else "held back")


def _document(  # noqa: PLR0913 - one argument for each field of a document
    number: int = 128,
    *,
    place: str = _SCAN,
    title: str = "Vragen van het lid Voorbeeld (ABC) over iets. (Ingezonden 5 februari 1985)",
    case: str = "",
    askers: str = "<vrager>Voorbeeld</vrager>",
    subject: str = "",
    reply_day: str = "3 mei 1985)",
    questions: str = "<vraag nummer='1'>Kent u het bericht over de markt?</vraag>",
    question_notes: str = "",
    explanation: str = "",
    answers: str = "<antwoord nummer='1'>Ja.</antwoord>",
) -> Document:
    return (
        f"KVR{number}.xml",
        (
            f"<kvr type='Antwoord'><meta><metadata>"
            f"<item attribuut='Bibliografische_omschrijving'>{title}</item>"
            f"<item attribuut='Vindplaats'>{place}</item>"
            f"<item attribuut='Vraagnr_bij_indiening'>{case}</item>"
            f"<item attribuut='Datum_indiening'>1985-02-05</item></metadata>"
            f"<header kamer='2'/><footer/>"
            f"<vraagdata onderwerp='{subject}' indiendatum='1985-02-05'>"
            f"{askers}</vraagdata><antwoorddata antwoorddatum='{reply_day}'>"
            f"<antwoorder functie='minister' ministerie='Zaken'>Kade</antwoorder></antwoorddata>"
            f"</meta><vragen>{questions}<noten>{question_notes}</noten></vragen>{explanation}"
            f"<antwoorden>{answers}<noten/></antwoorden></kvr>"
        ).encode(),
    )


def _parts(tag: str, number: int, text: str) -> str:
    return "".join(f"<{tag} nummer='{n}'>{text}</{tag}>" for n in range(1, number + 1))


def _question(text: str) -> str:
    return f"<vraag nummer='1'>Kent u het? {text}</vraag>"


def _many_parts(times: int) -> list[Document]:
    questions = _parts("vraag", 30 * times, "Kent u het bericht over de markt?")
    return [_document(questions=questions, answers=_parts("antwoord", 30 * times, "Ja."))]


def _parts_with_one_number(times: int) -> list[Document]:
    questions = "<vraag nummer='1'>Kent u het?</vraag>" * (30 * times)
    answers = "<antwoord nummer='1'>Ja.</antwoord>" * (30 * times)
    return [_document(questions=questions, answers=answers)]


def _headings_in_parts(times: int) -> list[Document]:
    questions = f"<vraag nummer='1'>Kent u het? {_HEADING}</vraag>" * (15 * times)
    answers = f"<antwoord nummer='1'>{_REPLY} Ja.</antwoord>" * (15 * times)
    return [_document(questions=questions, answers=answers)]


def _beginnings_of_headings(times: int) -> list[Document]:
    return [_document(questions=_question("129 Vragen van het lid A " * (200 * times)))]


def _beginnings_of_replies(times: int) -> list[Document]:
    text = "Antwoord Antwoord van minister A " * (150 * times)
    return [_document(questions=_question(text), answers="")]


def _words_of_replies(times: int) -> list[Document]:
    return [_document(questions=_question("A n t w o o r d " * (300 * times)), answers="")]


def _copies_of_a_notice(times: int) -> list[Document]:
    text = "Mededeling van minister A over iets " * (80 * times)
    notice = f"<mededeling mededelingdatum='3 mei 1985'>{text}b</mededeling>"
    explanation = f"<toelichting>{text}</toelichting>{notice}"
    return [_document(explanation=explanation, answers="", reply_day="")]


def _letters_after_the_day(times: int) -> list[Document]:
    letters = "a" * (2500 * times)
    answers = f"<antwoord nummer='1'>{letters}b</antwoord>"
    return [_document(reply_day=f"3 mei 1985) {letters}1 {letters}c", answers=answers)]


def _digits_after_the_day(times: int) -> list[Document]:
    return [_document(reply_day="3 mei 1985) " + "1 " * (2500 * times))]


def _dates_after_the_day(times: int) -> list[Document]:
    return [_document(reply_day="3 mei 1985, " * (400 * times))]


def _references_after_the_day(times: int) -> list[Document]:
    return [_document(reply_day="zie ook Aanhangsel Handelingen nrs. 1, 2 " * (100 * times))]


def _names_in_the_title(times: int) -> list[Document]:
    names = ", ".join(f"Naam{n} (ABC)" for n in range(300 * times))
    return [_document(title=f"Vragen van de leden {names} over iets", askers="")]


def _askers(times: int) -> list[Document]:
    askers = "".join(f"<vrager partij='ABC'>Van V{n}</vrager>" for n in range(3 * times))
    names = ", ".join(f"Van W{n} (ABC)" for n in range(3 * times))
    return [_document(title=f"Vragen van de leden {names} over iets", askers=askers)]


def _marks(times: int) -> list[Document]:
    marks = "".join(f"<voetnoot nummer='{n % 999}'/> Trouw, 3 mei. " for n in range(15 * times))
    return [_document(questions=f"{_question(marks)}<vraag nummer='2'>En? {marks}</vraag>")]


def _notes_in_a_note(times: int) -> list[Document]:
    notes = "".join(f"{n} Het Parool. " for n in range(10, 10 + 200 * times))
    marks = "".join(f"En? {n} Zo ja? " for n in range(10, 10 + 200 * times))
    note = f"<noot nummer='9'>Trouw. {notes}</noot>"
    marked = f"<vraag nummer='1'>Kent u <voetnoot nummer='9'/> het? {marks}</vraag>"
    return [_document(questions=marked, question_notes=note)]


def _words_before_a_medium(times: int) -> list[Document]:
    text = "zie ook het artikel in " * (120 * times) + "Trouw" + " 1" * (1000 * times)
    return [_document(question_notes=f"<noot nummer='1'>{text}</noot>")]


def _one_long_word(times: int) -> list[Document]:
    return [_document(questions=_question("a" * (5000 * times)), subject="a" * (1000 * times))]


def _papers_with_one_title(times: int) -> list[Document]:
    return [
        _document(number, place=f"Aanhangsel Tweede Kamer 1984-1985 nr. {number}")
        for number in range(1000, 1000 + times)
    ]


def _papers_of_one_case(times: int) -> list[Document]:
    place = "Kamervragen met antwoord 1998-1999, nr. {}, Tweede Kamer"
    return [
        _document(number, place=place.format(number), case="2989916200")
        for number in range(1000, 1000 + times)
    ]


SHAPES: Mapping[str, Callable[[int], list[Document]]] = MappingProxyType(
    {
        "many questions and answers": _many_parts,
        "parts with one number": _parts_with_one_number,
        "headings in parts": _headings_in_parts,
        "beginnings of headings": _beginnings_of_headings,
        "beginnings of replies": _beginnings_of_replies,
        "words of replies, spaced out": _words_of_replies,
        "copies of a notice": _copies_of_a_notice,
        "letters after the day": _letters_after_the_day,
        "digits after the day": _digits_after_the_day,
        "dates after the day": _dates_after_the_day,
        "references after the day": _references_after_the_day,
        "names in the title": _names_in_the_title,
        "askers": _askers,
        "footnote marks": _marks,
        "notes in one note": _notes_in_a_note,
        "words before a medium": _words_before_a_medium,
        "one long word": _one_long_word,
        "papers with one title": _papers_with_one_title,
        "papers of one case": _papers_of_one_case,
    }
)
"""What each shape repeats, and a function from the number of repetitions to documents."""
