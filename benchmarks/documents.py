"""The documents to measure with, real or generated."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from kv2rdf.sources.input import archives

_WORDS = (
    "de het een van in op voor met aan dat die is niet ook als bij door naar over uit minister "
    "kamer vragen antwoord beleid gemeenten onderzoek maatregelen regering wet bedrijven burgers "
    "kosten besluit overleg provincie Europese Nederlandse onderwijs verkeer natuur landbouw"
)


def real_documents(corpus: Path, number: int) -> tuple[tuple[str, bytes], ...]:
    """Return ``number`` documents from all parts of an archive, or all if there are fewer."""
    archive = corpus / "kvr-xml.tar.xz"
    documents = sorted(
        (file.name, file.content)
        for file in archives.read_files([archive])
        if file.name.endswith(".xml")
    )
    return tuple(documents[:: max(1, len(documents) // number)][:number])


def generated_documents(number: int, words: int) -> tuple[tuple[str, bytes], ...]:
    """Return documents of eight questions with ``words`` words each, and their answers."""
    random = Random(20050205)  # noqa: S311 - nothing here is secret
    return tuple(
        (f"KVR{index + 1000}.xml", "".join(_document(random, index, words)).encode())
        for index in range(number)
    )


def _document(random: Random, index: int, words: int) -> Iterator[str]:
    number, year = f"2{index:09}", 1995 + index % 12
    answered = f"{1 + index % 28} maart {year}"
    yield (
        f'<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<kvr type="Antwoord" aantalvragen="8"><meta><metadata>'
        f'<item attribuut="Bibliografische_omschrijving">Vragen van het lid Voorbeeld (ABC) aan de '
        f"minister van Marktzaken over {_text(random, 6)}. (Ingezonden 5 februari {year}); "
        f"Antwoord</item>"
        f'<item attribuut="Vindplaats">Kamervragen met antwoord {year - 1}-{year}, '
        f"nr. {index + 1}, Tweede Kamer</item>"
        f'<item attribuut="Vraagnr_bij_indiening">{number}</item>'
        f'<item attribuut="Datum_indiening">{year}-02-05</item>'
        f'<item attribuut="Datum_reaktie">{year}-03-{1 + index % 28:02}</item></metadata>'
        f'<header kamer="2"/><footer vetnummer="{number}"/>'
        f'<vraagdata vraagnummer="{index + 1}" onderwerp="" indiendatum="{year}-02-5">'
        f'<vrager partij="ABC" oorsprong="parlement">Voorbeeld</vrager>'
        f"<vraagt-aan>de minister van Marktzaken</vraagt-aan></vraagdata>"
        f'<antwoorddata antwoorddatum="{answered})">'
        f'<antwoorder functie="minister" ministerie="Marktzaken">Voorbeeld</antwoorder>'
        f'<mede-antwoorder/></antwoorddata></meta><vragen aantal="8">'
    )
    for part in range(1, 9):
        yield f'<vraag nummer="{part}">{_text(random, words)}?</vraag>'
    yield '<noten afkomstig="vraag"/></vragen><antwoorden aantal="8">'
    for part in range(1, 9):
        yield f'<antwoord nummer="{part}">{_text(random, 2 * words)}.</antwoord>'
    yield '<noten afkomstig="antwoord"/></antwoorden></kvr>'


def _text(random: Random, words: int) -> str:
    return " ".join(random.choices(_WORDS.split(), k=words))
