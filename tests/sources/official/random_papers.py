"""Official papers with randomly drawn trees of known elements and texts."""

from collections import Counter
from dataclasses import dataclass
from random import Random

from lxml import etree

from tests.sources.official.old_papers import IDENTIFIER, OLD_REPLIED, old_official
from tests.sources.official.papers import ASKED, NOTIFIED, REPLIED, official

_INLINE = (
    "nadruk", "nadruk", "sup", "inf", "br", "extref", "intref", "dossierref", "naam", "datum",
    "organisatie", "noot", "noot", "nootref", "term",
)  # fmt: skip
_PARAGRAPHS = ("al", "al", "al", "al", "tussenkop", "titel", "bijschrift", "bron")
_BLOCKS = (*_PARAGRAPHS, "al-groep", "lijst", "table", "divisie", "witreg", "definitielijst")
_CHILDREN = {
    "kamervragen": ("vraag", "antwoord", "vraag", "antwoord", "al", "tussenkop",
                    "kamervraagopmerking", "kamervraagbijlage"),
    "vragen": ("vraag", "vraag", "toelicht", "al", "tussenkop"),
    "reactie": ("antwoord", "antwoord", "al", "opmerking", "toelicht"),
    "opmerking": _BLOCKS, "toelicht": ("al",),
    "vraag": _BLOCKS, "antwoord": _BLOCKS, "kamervraagopmerking": _BLOCKS,
    "kamervraagbijlage": ("kop", *_BLOCKS), "kop": ("titel",), "divisie": _BLOCKS,
    "al-groep": ("al",), "witreg": (), "br": (), "nootref": (), "sup": (),
    "lijst": ("li", "li", "li", "titel"), "li": ("al", "al", "lijst"), "li.nr": (),
    "definitielijst": ("definitie-item",), "definitie-item": ("term", "definitie"),
    "definitie": ("al",), "noot": ("noot.al", "noot.al", "al", "noot.lijst"),
    "noot.lijst": ("noot.li",), "noot.li": ("noot.al",), "noot.al": _INLINE[:5],
    "table": ("title", "tgroup", "tgroup"), "tgroup": ("thead", "tbody", "tbody", "tfoot"),
    "thead": ("row",), "tbody": ("row", "row"), "tfoot": ("row",), "row": ("entry", "entry"),
    "entry": ("al", "al", "al-groep"),
}  # fmt: skip
_TEXT = ("a", "één ", " Sluis\n", "\t", ".", "\u00a0", "😀", "αβγ", "עברית ", "\u202e", "&<>\"'",
         "\u2028", "\x85", "Toelichting:", "m²", " 12", "", "«", "»", "\u00ad")  # fmt: skip
_TEXT_TAGS = frozenset((*_INLINE, *_PARAGRAPHS, "noot.al", "li.nr", "title", "entry"))
_WITHOUT_TEXT = frozenset(("br", "witreg", "noot", "nootref"))
_MOST_DEPTH = 9
_NUMBERS = ("1", "2", "2 en 3", "5 t/m 7", "een", "")
_NOT_TEXT = ("nr", "nummer", "noot.nr", "nootref")
_HEAD = (
    "kamervraagkop", "kamervraagnummer", "kamervraagomschrijving", "vraagnummer", "omschr",
)  # fmt: skip


@dataclass(slots=True)
class _Drawing:
    """A paper that is being drawn.

    One element in ``oddity`` is in a position that is not allowed.
    """

    chance: Random
    oddity: int
    is_old: bool = False
    notes: int = 0

    def grow(self, parent: etree._Element, depth: int) -> None:
        """Add text and elements to an element."""
        tag, chance = str(parent.tag), self.chance
        self._add_number(parent, tag)
        has_text = tag in _TEXT_TAGS and tag not in _WITHOUT_TEXT
        if has_text or self._is_odd():
            parent.text = self._words()
        tags = _CHILDREN.get(tag, _INLINE)
        for _ in range(chance.choice((0, 1, 1, 2, 3)) if depth < _MOST_DEPTH else 0):
            if tag == "entry" and not self._is_odd():
                break
            name = chance.choice(tuple(_CHILDREN) if self._is_odd() else tags or ("",))
            is_in_note = next(parent.iterancestors("noot"), None) is not None
            if name in {"noot", "nootref"} and (is_in_note or self.chance.randrange(2)):
                name = "naam"
            if not name:
                break
            child = etree.SubElement(parent, name)
            self.grow(child, depth + 1)
            if has_text or self._is_odd():
                child.tail = self._words()

    def _add_number(self, element: etree._Element, tag: str) -> None:
        chance = self.chance
        if tag in {"vraag", "antwoord"}:
            word = "" if self.is_old else f"{tag.title()} "
            label = etree.SubElement(element, "nummer" if self.is_old else "nr")
            label.text = f"{word}{chance.choice(_NUMBERS)}"
        elif tag == "li":
            etree.SubElement(element, "li.nr").text = chance.choice(("–", "a.", "1°", ""))
            etree.SubElement(element, "al").text = f"punt{self._words()}"
        elif tag == "noot":
            self.notes += 1
            element.set("id", f"n{self.notes}")
            number = str(chance.choice((1, self.notes, self.notes, self.notes)))
            if self.is_old:
                element.set("nr", number)
            else:
                etree.SubElement(element, "noot.nr").text = number
        elif tag == "nootref":
            element.set("refid", f"n{max(1, self.notes)}")
            if not self.notes:
                element.tag = "inf"
        elif tag == "nadruk":
            element.set("type", chance.choice(("cur", "vet", "ondlijn", "")))
        elif tag == "extref":
            element.set("doc", chance.choice(("https://example.org/?a=1&b=[2]", "stb-2020-1", "")))

    def _words(self) -> str:
        return "".join(self.chance.choices(_TEXT, k=self.chance.randrange(5)))

    def _is_odd(self) -> bool:
        return self.oddity > 0 and self.chance.randrange(self.oddity) == 0


def random_paper(chance: Random, *, oddity: int = 150) -> bytes:
    """Return a paper that was drawn, in the modern or the old form.

    Each ``oddity``-th step does something that is not allowed. There is no such step if ``oddity``
    is 0.
    """
    is_old = chance.randrange(3) == 0
    root = _old_root(chance) if is_old else _modern_root(chance)
    drawing = _Drawing(chance, oddity, is_old)
    for parent in root.iter("kamervragen", "vragen", "reactie"):
        for _ in range(chance.randint(1, 6)):
            child = etree.SubElement(parent, chance.choice(_CHILDREN[str(parent.tag)]))
            drawing.grow(child, 1)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def _modern_root(chance: Random) -> etree._Element:
    replied = chance.choice((REPLIED, REPLIED, NOTIFIED, None))
    number = "2030Z00001" if replied is None else "17"
    return etree.fromstring(official(number=number, asked=ASKED, replied=replied).encode())


def _old_root(chance: Random) -> etree._Element:
    replied = chance.choice((OLD_REPLIED, OLD_REPLIED.replace("Antwoord", "Mededeling"), None))
    paper = old_official(
        "",
        None if replied is None else "",
        reply_omschr=replied or "",
        identifier="kv-2979800170" if replied is None else IDENTIFIER,
        number="2979800170",
        document_type="",
    )
    return etree.fromstring(paper.encode())


def printed_characters(paper: bytes) -> Counter[str]:
    """Return how often each character is in the body, without white space, numbers and marks."""
    root = etree.fromstring(paper)
    content = root.find("body") if root.tag == "vraagdoc" else root.find("kamervragen")
    assert content is not None
    texts = [
        text
        for element in content.iter()
        for text in ("" if _is_not_text(element) else element.text, element.tail)
        if text and not _is_in_head(element)
    ]
    return Counter("".join("".join(texts).split()))


def _is_not_text(element: etree._Element) -> bool:
    return element.tag in _NOT_TEXT


def _is_in_head(element: etree._Element) -> bool:
    return any(each.tag in _HEAD for each in (element, *element.iterancestors()))
