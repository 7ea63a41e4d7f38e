"""The official pages of KVR papers in a release, counted from the sources by independent code.

    python -m tests.listed_pages RELEASE ARCHIVE LIST

ARCHIVE is the archive of KVR documents, and LIST is the list of identifiers. For each document that
contains its position in the Aanhangsel ("Vindplaats"), the identifier of the paper is made from it.
If the list contains that identifier, the paper must link to its own page at
officielebekendmakingen.nl and to no other. Otherwise, it must not link to any page. The program
prints the counts and one line for each fault. The exit status is 1 if there was a fault. No code of
kv2rdf is used.
"""

import gzip
import lzma
import re
import sys
import tarfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

_PRINTED = re.compile(
    r'<item attribuut="Vindplaats">\s*Kamervragen[^<]*?([0-9]{4})\s*-\s*([0-9]{4}),\s*nr\.\s*'
    r"0*([1-9][0-9]{0,3}?[a-d]?)\s*((?:[0-9]e)?H[0-9]*)?,\s*(Tweede|Eerste) Kamer\s*<",
    re.IGNORECASE,
)
_TRIPLE = re.compile(r"<([^>]*)> <([^>]*)> <([^>]*)> <[^>]*> \.\n")
_DERIVED = "http://www.w3.org/ns/prov#wasDerivedFrom"
_PAGE = "http://data.europa.eu/eli/ontology#is_exemplified_by"
_MISPRINTED = {"KVR6451.xml": "ah-tk-19961997-322"}
"""Documents with a wrong position: the head and foot of this one name the session 1996-1997."""

_SITE = "https://zoek.officielebekendmakingen.nl/"
_LANGUAGE = "/nld/"
_SOURCE = "/bron/"


class Faults(NamedTuple):
    """The identifiers whose papers have no page, and the papers with a page of another paper."""

    without_page: list[str]
    with_other_page: list[str]


def printed_identifiers(documents: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the name of each document that states its position, and its paper's identifier."""
    for name, xml in documents:
        if found := _PRINTED.search(xml):
            chamber = "tk" if found[5].lower() == "tweede" else "ek"
            printed = f"ah-{chamber}-{found[1]}{found[2]}-{found[3].lower()}"
            yield name, _MISPRINTED.get(name, printed)


def documents_in(archive: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each KVR document in an archive."""
    with tarfile.open(archive) as members:
        for member in members:
            file = members.extractfile(member) if member.isfile() else None
            if file is not None and member.name.endswith(".xml"):
                yield member.name.rpartition("/")[2], file.read().decode("utf-8", "replace")


def listed_identifiers(path: Path) -> set[str]:
    """Return the identifiers in a list that is compressed with xz."""
    return set(lzma.decompress(path.read_bytes()).decode("ascii").split())


def pages_by_source(dump: Path) -> dict[str, dict[str, set[str]]]:
    """Return, for each source, its replies, each with the pages that it links to."""
    replies: dict[str, set[str]] = {}
    pages: dict[str, set[str]] = {}
    with gzip.open(dump, "rt", encoding="utf-8", newline="\n") as lines:
        for line in lines:
            if found := _TRIPLE.fullmatch(line):
                subject, predicate, value = found.groups()
                if predicate == _DERIVED and "/ah/" in subject and "#" not in subject:
                    source = value.rpartition(_SOURCE)[2]
                    replies.setdefault(source, set()).add(subject)
                elif predicate == _PAGE and value.startswith(_SITE):
                    paper = subject.partition(_LANGUAGE)[0]
                    pages.setdefault(paper, set()).add(value)
    return {
        source: {paper: pages.get(paper, set()) for paper in papers}
        for source, papers in replies.items()
    }


def compare(
    identifiers: Iterable[tuple[str, str]],
    listed: set[str],
    pages: Mapping[str, Mapping[str, set[str]]],
    counts: Counter[str],
) -> Faults:
    """Return the faults in the pages of documents, and count the documents.

    ``identifiers`` are the names of documents, each with the identifier of its paper.
    """
    faults = Faults([], [])
    known: set[str] = set()
    for name, identifier in identifiers:
        counts["documents that print their place"] += 1
        chamber, session, number = identifier.removeprefix("ah-").split("-")
        page, found = f"{_SITE}{identifier}.html", pages.get(name, {})
        own = next((p for p in found if p.endswith(f"/{chamber}/ah/{session}/{number}")), None)
        linked = found.get(own or "", set())
        if identifier in listed:
            known.add(identifier)
            counts["documents whose identifier is in the list"] += 1
            counts["documents that link to their page, and to no other"] += linked == {page}
            if page not in linked:
                faults.without_page.append(f"{name}: {identifier}: {sorted(found)}")
        allowed = {page} if identifier in listed else set()
        if any(links - allowed for links in found.values()):
            faults.with_other_page.append(f"{name}: {identifier}: {dict(found)}")
    counts["different identifiers in the list"] = len(known)
    counts["of them of the Tweede Kamer"] = sum(each.startswith("ah-tk-") for each in known)
    return faults


def main(release: str, archive: str, identifiers: str) -> int:
    """Print the counts and the faults, and return 1 if there is a fault, or 0 otherwise."""
    listed = listed_identifiers(Path(identifiers))
    counts: Counter[str] = Counter()
    printed = printed_identifiers(documents_in(Path(archive)))
    pages = pages_by_source(Path(release) / "kamervragen.nq.gz")
    faults = compare(printed, listed, pages, counts)
    for kind, lines in faults._asdict().items():
        sys.stdout.writelines(f"{kind}: {line}\n" for line in lines)
    sys.stdout.writelines(f"{number:,} {what}\n" for what, number in counts.items())
    return 1 if any(faults) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
