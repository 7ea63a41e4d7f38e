"""A campaign that damages the encoding, the prolog and the names of KVR documents.

    python -m tests.campaigns.two_parsers 40000 20261128

The arguments are the number of documents and the seed. Each document must be held back, or the
audit must read the same words in it. Any other document is printed, and the exit status is then 1.
"""

import random
import sys
from collections import Counter
from collections.abc import Sequence

from kv2rdf.audit.kvr.text import FieldText, field_texts, kvr_root
from kv2rdf.errors import ReadError
from kv2rdf.sources.format import NotAPublicationError
from tests.kvr_document import document
from tests.papers import read_papers

_NAMES = (
    "UTF-8", "utf-8", "UTF-16", "UTF-16LE", "UTF-16BE", "ISO-8859-1", "iso-8859-15", "US-ASCII",
    "windows-1252", "UTF-7", "UTF-32", "GBK", "cp037", "UTF8", "latin1", "macintosh", "",
)  # fmt: skip
_CODECS = (
    "utf-8", "utf-8", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "latin-1", "cp1252",
    "iso-8859-15", "ascii", "utf-7", "utf-32", "gbk", "cp037", "mac-roman", "shift_jis",
)  # fmt: skip
_PIECES = (
    "<!DOCTYPE kvr>", "<!doctype html>", "<!DOCTYPE html>", '<!DOCTYPE kvr SYSTEM "a.dtd">',
    '<!DOCTYPE kvr [<!ATTLIST vrager partij CDATA "SGP">]>', '<!ENTITY a "b">', "<!-- a -->",
    "<!--<!DOCTYPE x>-->", "<?p i?>", '<?xml version="1.0"?>', '<?xml version="1.1"?>', "\ufeff",
    "\0", " ", "\n", "\r", "\r\n", "\t", "\x0b", "<![CDATA[x]]>", "&#x93;", "&#133;", "&#x2028;",
    "&lt;", "&amp;", "&nbsp;", "&#0;", "&#xFFFE;", "&#xD800;", "&a;", "%a;", "é", "\x85", "\u2028",
    "\x93", "\ufffe", 'encoding="latin-1"', "encoding='UTF-16'", 'standalone="yes"', "x:",
    'xmlns="http://a"', 'xmlns:x="http://a"', 'xml:lang="nl"', "<x:y/>", "<kvr/>", "</kvr>",
)  # fmt: skip
_LETTERS = "Kent u é«ë?"


def main(arguments: Sequence[str]) -> int:
    """Run the campaign and print its outcome.

    Return 1 if a document is read in two different ways.
    """
    count, seed = int(arguments[0]), int(arguments[1])
    sys.stdout.write(f"seed {seed}: {count} documents\n")
    outcomes, faults = Counter[str](), 0
    chance = random.Random(seed)
    for _ in range(count):
        content = damaged_document(chance)
        outcome = outcome_of(content)
        outcomes[outcome] += 1
        if outcome not in {"held back", "read by both"}:
            faults += 1
            sys.stdout.write(f"{outcome}: {content[:200]!r}\n")
    counts = (f"{number} {outcome}" for outcome, number in sorted(outcomes.items()))
    sys.stdout.write(f"{', '.join(counts)}\n")
    return 1 if faults else 0


def damaged_document(chance: random.Random) -> bytes:
    """Return a KVR document with random damage."""
    xml = document(questions=f'<vraag nummer="1">{_LETTERS}</vraag>')
    if chance.random() < 0.6:
        xml = xml.replace("UTF-8", chance.choice(_NAMES), 1)
    if chance.random() < 0.3:
        xml = xml.partition("?>")[2].lstrip()
    for _ in range(chance.randrange(3)):
        place = chance.randrange(120 if chance.random() < 0.6 else len(xml))
        xml = xml[:place] + chance.choice(_PIECES) + xml[place:]
    content = xml.encode(chance.choice(_CODECS), chance.choice(("replace", "ignore")))
    if chance.random() < 0.2:
        place = chance.randrange(80)
        content = content[:place] + bytes([chance.randrange(256)]) + content[place + 1 :]
    return content


def outcome_of(content: bytes) -> str:
    """Return the outcome for a document: "held back", "read by both", or a fault."""
    try:
        (paper,) = read_papers(content)
    except (ReadError, NotAPublicationError):
        return "held back"
    root = kvr_root(content)
    if root is None:
        return "not read by the audit"
    texts = [_without_space(t.text) for t in field_texts(root) if isinstance(t, FieldText)]
    published = [_without_space(part.text.text) for part in paper.questions]
    is_same = all(any(text in printed for printed in texts) for text in published)
    return "read by both" if is_same else "read differently"


def _without_space(text: str) -> str:
    return "".join(text.split())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
