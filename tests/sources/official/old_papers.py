"""Official papers in the old form (``vraagdoc``), invented for tests."""

OLD_ASKED = (
    "Vragen van het lid Bos (D66) aan de minister van Land over <ondw>de sluis</ondw>."
    " <datum>(Ingezonden 3 september 1997)</datum>"
)
OLD_REPLIED = "Antwoord van minister Mos (Land). <datum>(Ontvangen 1 oktober 1997)</datum>"
IDENTIFIER = "ah-tk-19971998-17"
DOCUMENT_TYPE = '<!DOCTYPE vraagdoc PUBLIC "-//VOORBEELD//DTD vraagdoc//NL" "vraagdoc.dtd">'


def old_part(tag: str, number: str, *blocks: str) -> str:
    """Return a question or an answer. A text becomes a paragraph."""
    label = f"<nummer>{number}</nummer>" if number else ""
    texts = (block if block.startswith("<") else f"<al>{block}</al>" for block in blocks)
    return f"<{tag}>{label}{''.join(texts)}</{tag}>"


def old_question(number: str, *blocks: str) -> str:
    """Return a question."""
    return old_part("vraag", number, *blocks)


def old_answer(number: str, *blocks: str) -> str:
    """Return an answer."""
    return old_part("antwoord", number, *blocks)


def old_official(
    asked: str,
    replied: str | None = None,
    *,
    omschr: str = OLD_ASKED,
    reply_omschr: str = OLD_REPLIED,
    identifier: str = IDENTIFIER,
    number: str = "",
    document_type: str = DOCUMENT_TYPE,
    metadata: str = "",
) -> str:
    """Return a paper with these questions, and with a reply if ``replied`` is not None."""
    stated = f'<meta name="DC.identifier" scheme="" content="{identifier}"/>' if identifier else ""
    case = f"<vraagnummer>{number}</vraagnummer>" if number else ""
    described = f"<omschr>{reply_omschr}</omschr>" if reply_omschr else ""
    second = "" if replied is None else (f"<reactie>{described}{replied}</reactie>")
    return f"""<?xml version="1.0" encoding="UTF-8"?>
{document_type}
<vraagdoc>
 <metadata>{stated}{metadata}</metadata>
 <body>
  <vragen>{case}<omschr>{omschr}</omschr>{asked}</vragen>{second}
 </body>
</vraagdoc>"""
