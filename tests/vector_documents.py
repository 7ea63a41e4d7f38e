"""Documents of every kind that contain a text, such as a script, in every field for words."""

from xml.sax.saxutils import escape, quoteattr

from tests.kvr_document import document, items
from tests.openkamer_page import page
from tests.sources.odata.examples import record
from tests.sources.official.papers import official


def documents_with(text: str, number: int) -> dict[str, bytes]:
    """Return documents by the names of their files. ``number`` is below 1000 and makes them differ.

    A field that has a strict form, such as a date or the number of a case, contains its usual
    value.
    """
    identifier = f"2031Z{10000 + number}"
    return {
        f"KVR{70000 + number}.xml": _kvr(text, number).encode(),
        f"2021Z{70000 + number}.txt": _page(text, number).encode(),
        f"{identifier}.json": _record(text, number, identifier).encode(),
        f"ah-tk-20302031-{60000 + number}.xml": _official(text, number).encode(),
    }


def _kvr(text: str, number: int) -> str:
    words, quoted = escape(text), quoteattr(text)
    items_of_record = items(
        Bibliografische_omschrijving=(
            f"Vragen van het lid Van {text} (ABC) aan de minister van Marktzaken over {text}. "
            "(Ingezonden 5 februari 2005); Antwoord"
        ),
        Vindplaats=f"Kamervragen met antwoord 2004-2005, nr. {1000 + number}, Tweede Kamer",
        Vraagnr_bij_indiening=f"20405{20000 + number}",
        Permalink=f"https://example.org/parlando?filename=KVR{number}&x={text}",
        Rubriek=text,
        Trefwoorden=text,
        Inhoud=text,
    )
    note = f'<noot nummer="1" bron={quoted} titel={quoted} weblink={quoted}>{words}</noot>'
    return (
        document(
            record=items_of_record,
            subject=text,
            askers=f'<vrager partij={quoted} oorsprong="parlement">{words}</vrager>'
            f'<vrager partij="ABC" oorsprong="parlement">Van {words}</vrager>',
            addressees=f"<vraagt-aan>de minister van {words}</vraagt-aan>",
            answerers=f'<antwoorder functie="minister" ministerie={quoted}>{words}</antwoorder>'
            "<mede-antwoorder/>",
            questions=f'<vraag nummer="1" voetnoot="1">{words}<voetnoot nummer="1"/></vraag>'
            f'<vraag nummer="2">Zo ja {words}</vraag>',
            question_notes=note,
            explanation=f"<toelichting>{words}</toelichting>",
            answers=f'<antwoord nummer="1">{words}</antwoord>'
            f'<antwoord nummer="2">Zie {words} <voetnoot nummer="1"/></antwoord>',
            answer_notes=note,
        )
        .replace('nummer="1262"', f'nummer="{1000 + number}"')
        .replace("2040509430", f"20405{20000 + number}")
    )


def _page(text: str, number: int) -> str:
    keys = f"""Ingediend 3 maart 2021
Beantwoord 13 maart 2021 (na 10 dagen)
Indieners {text} (ABC), Ben van {text} (DEF)
Beantwoord door Cor {text} (minister {text}) (DEF)
Onderwerpen bestuur gemeenten
Bron vraag https://example.org/kv-tk-2021Z00001.html
Bron antwoord https://example.org/ah-tk-20202021-1234.html
"""
    foot = f"""Kamervraag document nummer: kv-tk-2021Z00001
Volledige titel: {text}
Kamerantwoord document nummer: ah-tk-20202021-1234
Volledige titel: Antwoord op vragen van het lid {text} over {text}
"""
    blocks = (
        f" • Vraag 1\n  {text}\n\n  {text}\n\n",
        f" • Vraag 2\n  Is {text} warm?1\n\n  In de zomer {text}.\n\n",
    )
    made = page(*blocks, keys=keys, foot=foot).replace("Het weer", text)
    numbered = made.replace("2021Z00001", f"2021Z{70000 + number}")
    return numbered.replace("20202021-1234", f"20202021-{2000 + number}")


def _record(text: str, number: int, identifier: str) -> str:
    key = f"00000000-0000-4000-8000-{number:012}"
    return record(
        Id=key,
        Nummer=identifier,
        Titel=text,
        Onderwerp=text,
        Termijn="2031-02-10T00:00:00Z",
        Indiener=f"{text} (I.)",
        Medeindiener=f"R.A. ({text}) Vos, ",
        **{
            "Gericht aan": text,
            "@odata.id": f"https://gegevensmagazijn.tweedekamer.nl/OData/v4/2.0/Zaak({key})",
        },
    )


def _official(text: str, number: int) -> str:
    words, quoted = escape(text), quoteattr(text)
    named = f"<naam><achternaam>{words}</achternaam></naam>"
    link = f"<extref doc={quoted} soort='URL' status='actief'>{words}</extref>"
    note = f'<noot id="n1" type="voet"><noot.nr>1</noot.nr><noot.al>{words}</noot.al></noot>'
    table = (
        f"<table frame='all'><title>{words}</title><tgroup cols='1'><colspec colname='c1'/>"
        f"<tbody><row><entry>{words}</entry></row></tbody></tgroup></table>"
    )
    return official(
        f"<tussenkop kopopmaak='vet'>{words}</tussenkop>",
        f'<vraag><nr status="officieel">Vraag 1</nr><al>Kent u de <nadruk type="cur">{words}'
        f"</nadruk>, {link}?{note}</al><citaat><al>{words}</al><bron>{words}</bron></citaat>"
        "</vraag>",
        f'<antwoord><nr status="officieel">Antwoord 1</nr><al>{words}</al>'
        f"<lijst type='expliciet' start='1'><titel>{words}</titel><li><li.nr>1</li.nr>"
        f"<al>{words}</al></li></lijst>{table}</antwoord>",
        number=str(60000 + number),
        asked=f"Vragen van het lid {named} (D66) aan de Minister van {words} over "
        f"<kamervraagonderwerp>{words}</kamervraagonderwerp>"
        ' (ingezonden <datum isodatum="2030-09-03">3 september 2030</datum>).',
        replied=f'Antwoord van Minister {named} (<organisatie afkorting="L">{words}</organisatie>)'
        ' (ontvangen <datum isodatum="2030-10-01">1 oktober 2030</datum>).',
        identifier="https://zoek.officielebekendmakingen.nl/"
        f"ah-tk-20302031-{60000 + number}/metadata.xml",
    )
