"""Invented KVR documents for tests, in the form of the real ones."""

from xml.sax.saxutils import escape, quoteattr

PLACE = "Kamervragen met antwoord 2004-2005, nr. 1262, Tweede Kamer"
QUESTIONS = '<vraag nummer="1">Kent u het bericht?</vraag><vraag nummer="2">Zo ja, en dan?</vraag>'
ANSWERS = '<antwoord nummer="1">Ja.</antwoord><antwoord nummer="2">Niets.</antwoord>'
ANSWERER = '<antwoorder functie="minister" ministerie="Marktzaken">Voorbeeld</antwoorder>'
ASKER = '<vrager partij="ABC" oorsprong="parlement">Van Voorbeeld</vrager>'


def items(**values: str | None) -> str:
    """Return the items of the library's record. An item whose value is None is left out."""
    ordinary: dict[str, str | None] = {
        "Bibliografische_omschrijving": (
            "Vragen van het lid Van Voorbeeld (ABC) aan de minister van Marktzaken over het "
            "weer op de markt. (Ingezonden 5 februari 2005); Antwoord"
        ),
        "Vindplaats": PLACE,
        "Vraagnr_bij_indiening": "2040509430",
        "Datum_indiening": "2005-02-05",
        "Datum_reaktie": "2005-02-23",
        "Permalink": "https://example.org/parlando?filename=KVR1",
    }
    return "".join(
        f"<item attribuut={quoteattr(name.replace('__', '-'))}>{escape(value)}</item>"
        for name, value in (ordinary | values).items()
        if value is not None
    )


def document(
    *,
    record: str | None = None,
    last_line: str = "Antwoord",
    tabled: str = "2005-02-5",
    reply_day: str = "23 februari 2005)",
    subject: str = "",
    askers: str = ASKER,
    addressees: str = "<vraagt-aan>de minister van Marktzaken</vraagt-aan>",
    answerers: str = f"{ANSWERER}<mede-antwoorder/>",
    questions: str = QUESTIONS,
    question_notes: str = "",
    explanation: str = "",
    answers: str = ANSWERS,
    answer_notes: str = "",
    notice: str = "",
) -> str:
    """Return a document. By default, its fields are those of an ordinary one with two questions."""
    record = items() if record is None else record
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<kvr type={quoteattr(last_line)} aantalvragen="">
 <meta><metadata>{record}</metadata>
  <header kamer="2"/><footer vetnummer="2040509430"/>
  <vraagdata vraagnummer="1262" onderwerp={quoteattr(subject)} indiendatum={quoteattr(tabled)}>
   {askers}{addressees}
  </vraagdata>
  <antwoorddata antwoorddatum={quoteattr(reply_day)}>{answerers}</antwoorddata>
 </meta>
 <vragen aantal="2">{questions}<noten afkomstig="vraag">{question_notes}</noten></vragen>
 {explanation}
 <antwoorden aantal="2">{answers}<noten afkomstig="antwoord">{answer_notes}</noten></antwoorden>
 {notice}
</kvr>
"""


def questions_only(
    *,
    last_line: str = "en dan?",
    questions: str = QUESTIONS,
    notes: str = "",
    explanation: str = "",
) -> str:
    """Return a document with questions only (a V document)."""
    return document(
        record=items(
            Vindplaats="Kamervragen 2004-2005, vraagnr. 2040509430, Tweede Kamer",
            Datum_reaktie=None,
        ),
        last_line=last_line,
        questions=questions,
        explanation=explanation,
        reply_day="",
        answerers='<antwoorder functie="" ministerie=""/><mede-antwoorder/>',
        answers="",
        answer_notes=notes,
    )


def notice(text: str, *, last_line: str = "zenden.", day: str = "2005-02-23") -> str:
    """Return a document with a ``mededeling`` instead of answers."""
    attributes = (
        f'mededeler="Voorbeeld" functie="minister" afdeling="Marktzaken" mededelingdatum="{day}"'
    )
    return document(
        last_line=last_line,
        reply_day="",
        answerers='<antwoorder functie="" ministerie=""/><mede-antwoorder/>',
        answers="",
        notice=f"<mededeling {attributes}>{text}</mededeling>",
    )
