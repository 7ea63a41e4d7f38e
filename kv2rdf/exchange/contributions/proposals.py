"""Pages that propose properties to Wikidata, in the wikitext of its proposal form.

The form is https://www.wikidata.org/wiki/Template:Property_proposal. The pages are drafts. They
must be signed and submitted by a person, who must also respond to the objections that are listed at
the end of each page.
"""

from collections.abc import Iterable
from pathlib import Path
from string import Template

from kv2rdf.exchange.contributions.cases import CASE_PATTERN, CaseNumbers
from kv2rdf.exchange.contributions.counterparts import PERSON_PATTERN, Counterpart

_MEMBER = "Q18887908"
"""The item of the position "member of the House of Representatives of the Netherlands"."""

_FOLDER = Path(__file__).parent


def person_proposal(base: str, persons: tuple[Counterpart, ...], examples: int) -> str:
    """Return the proposal for a property of persons.

    At most ``examples`` persons are used as examples: those with an item and the most
    participations.
    """
    certain = [person for person in persons if person.item]
    best = sorted(certain, key=lambda person: (-person.uses, person.key))[:examples]
    return _text("proposal-persons.wiki").substitute(
        base=base,
        host=_host(base),
        formatter=f"{base}/id/persoon/$1",
        pattern=PERSON_PATTERN,
        pattern_in_url="[a-z0-9-]+",
        examples=_numbered(
            f"{{{{Q|{person.item}}}}} → [{person.address} {person.key}]" for person in best
        ),
        matched=len(certain),
        unmatched=len(persons) - len(certain),
        count=len(persons),
        count_in_words=f"{len(persons):,}",
    )


def case_proposal(base: str, numbers: CaseNumbers) -> str:
    """Return the proposal for a property of cases."""
    formatter = f"{base}/eli/nl/tk/zaak/$1"
    return _text("proposal-cases.wiki").substitute(
        base=base,
        host=_host(base),
        formatter=formatter,
        pattern=CASE_PATTERN,
        examples=_numbered(
            f"{{{{Q|{person.item}}}}} {{{{P|39}}}} {{{{Q|{_MEMBER}}}}}, reference → "
            f"[{formatter.replace('$1', number)} {number}]"
            for number, person in numbers.examples
        ),
        count=len(numbers.fitting),
        count_in_words=f"{len(numbers.fitting):,}",
        others_in_words=f"{numbers.others:,}",
    )


def _text(name: str) -> Template:
    """Return the text of a proposal, in which ``$base`` and other names are placeholders."""
    return Template((_FOLDER / name).read_text(encoding="utf-8"))


def _host(base: str) -> str:
    """Return ``base`` without its scheme, as a regular expression with escaped slashes."""
    return base.partition("://")[2].replace(".", "\\.").replace("/", "\\/")


def _numbered(examples: Iterable[str]) -> str:
    lines = enumerate(examples, start=1)
    return "\n".join(f"|example {number}              = {text}" for number, text in lines)
