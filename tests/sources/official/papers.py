"""Official papers in XML, invented for tests."""

ASKED = (
    "Vragen van het lid <naam><achternaam>Bos</achternaam></naam> (D66) aan de Minister van Land"
    " over <kamervraagonderwerp>de sluis</kamervraagonderwerp>"
    ' (ingezonden <datum isodatum="2030-09-03">3 september 2030</datum>).'
)
REPLIED = (
    "Antwoord van Minister <naam><achternaam>Mos</achternaam></naam>"
    ' (<organisatie afkorting="L">Land</organisatie>)'
    ' (ontvangen <datum isodatum="2030-10-01">1 oktober 2030</datum>).'
)
INLINE = ("<nadruk", "<extref", "<sup", "<inf")
REMARK = "<kamervraagopmerking><al>Mededeling</al><al>Later.</al></kamervraagopmerking>"
NOTIFIED = REPLIED.replace("Antwoord", "Mededeling")


def part(tag: str, number: str, *blocks: str) -> str:
    """Return a question or an answer. A text, or an element of a line, becomes a paragraph."""
    word = tag.capitalize()
    nr = f'<nr status="officieel">{word} {number}</nr>' if number else ""
    texts = (
        block if block.startswith("<") and not block.startswith(INLINE) else f"<al>{block}</al>"
        for block in blocks
    )
    return f"<{tag}>{nr}{''.join(texts)}</{tag}>"


def question(number: str, *blocks: str) -> str:
    """Return a question."""
    return part("vraag", number, *blocks)


def answer(number: str, *blocks: str) -> str:
    """Return an answer."""
    return part("antwoord", number, *blocks)


def note(number: str, *paragraphs: str) -> str:
    """Return a footnote, as it is written in place of its mark."""
    texts = "".join(f"<noot.al>{words}</noot.al>" for words in paragraphs)
    return f'<noot id="n{number}" type="voet"><noot.nr>{number}</noot.nr>{texts}</noot>'


def official(
    *body: str,
    number: str = "17",
    asked: str = ASKED,
    replied: str | None = REPLIED,
    session: str = "Vergaderjaar 2030-2031",
    chamber: str = "Tweede Kamer der Staten-Generaal",
    identifier: str = "",
) -> str:
    """Return an official paper. It has only questions if ``replied`` is None."""
    pointer = f'<meta name="OVERHEIDop.externMetadataRecord" content="{identifier}"/>'
    second = (
        ""
        if replied is None
        else f'<kamervraagomschrijving type="antwoord">{replied}</kamervraagomschrijving>'
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
 <metadata>{pointer if identifier else ""}</metadata>
 <kamervragen>
  <kamervraagkop>
   <tekstregel inhoud="vergaderjaar">{session}</tekstregel>
   <tekstregel inhoud="kameraanduiding">{chamber}</tekstregel>
   <tekstregel inhoud="kamernummer">2</tekstregel>
  </kamervraagkop>
  <kamervraagnummer>{number}</kamervraagnummer>
  <kamervraagomschrijving type="vraag">{asked}</kamervraagomschrijving>{second}
  {"".join(body)}
 </kamervragen>
</officiele-publicatie>"""
