"""Pages that propose properties to Wikidata, in the wikitext of its proposal form.

The form is https://www.wikidata.org/wiki/Template:Property_proposal. The pages are drafts. They
must be signed and submitted by a person, who must also respond to the objections that are listed at
the end of each page.
"""

from collections.abc import Iterable

from kv2rdf.exchange.contributions.cases import CASE_PATTERN, CaseNumbers
from kv2rdf.exchange.contributions.counterparts import PERSON_PATTERN, Counterpart

_MEMBER = "Q18887908"
"""The item of the position "member of the House of Representatives of the Netherlands"."""

_PERSONS = """\
=== {{{{TranslateThis | anchor = en
 | en = Kamervragen person ID
 | nl = Kamervragen-ID van een persoon
}}}} ===
{{{{Property proposal
|status                 =
|description            = {{{{TranslateThis
 | en = identifier of a member of parliament, minister or state secretary in Kamervragen, the \
dataset of the written questions of the Dutch parliament
 | nl = identificatiecode van een Kamerlid of bewindspersoon in Kamervragen, de dataset van de \
schriftelijke vragen in het Nederlandse parlement
 }}}}
|datatype               = external-id
|domain                 = {{{{Q|5}}}}
|allowed values         = <nowiki>{pattern}</nowiki>
|source                 = {base}/dataset/kamervragen
{examples}
|planned use            = Add the identifier to the {matched} persons whose item is certain, and \
match the other {unmatched} with Mix'n'match.
|number of ids          = {count}
|expected completeness  = eventually complete ({{{{Q|21873974}}}})
|formatter URL          = {formatter}
|see also               = {{{{P|1749}}}}, {{{{P|973}}}}
|topic                  = authority control
|single value constraint    = yes
|distinct values constraint = yes
}}}}

==== Motivation ====
The dataset describes {count:,} persons who asked or answered written questions, or may have done \
so. The page of a person lists the questions and the answers, with the group and the office on \
that day. Wikidata has no property that leads there. The data are in the public domain (CC0).

Further statements for the property: formatter URI for RDF resource ({{{{P|1921}}}}) {formatter}, \
and URL match pattern ({{{{P|8966}}}}) \
<nowiki>^https?:\\/\\/{host}\\/id\\/persoon\\/({pattern_in_url})$</nowiki>.

==== Objections that may be raised ====
* ''The identifiers are made by the proposer.'' Yes: they are the keys of the register of the \
dataset. A key is never given to another person, and an address that changes is redirected.
* ''The Tweede Kamer has identifiers of its own.'' It identifies persons by a GUID, for which no \
property was found. Ministers who were never members, and most members before 2003, have none.
* ''{{{{P|1749}}}} is enough.'' That page does not list the questions.
* ''The links are dead.'' File this proposal only when {base} leads to the pages.
"""

_CASES = """\
=== {{{{TranslateThis | anchor = en
 | en = Kamervragen case ID
 | nl = Kamervragen-ID van een zaak
}}}} ===
{{{{Property proposal
|status                 =
|description            = {{{{TranslateThis
 | en = identifier of a set of written questions in the Dutch House of Representatives, with the \
answers to them
 | nl = identificatiecode van schriftelijke vragen in de Tweede Kamer, met de antwoorden daarop
 }}}}
|datatype               = external-id
|domain                 = references of statements; items of works or events that are sets of \
questions
|allowed values         = <nowiki>{pattern}</nowiki>
|source                 = {base}/dataset/kamervragen
{examples}
|planned use            = As a reference: a case shows that a person was a member, or held an \
office, on a certain day.
|number of ids          = {count}
|expected completeness  = always incomplete ({{{{Q|21873886}}}})
|formatter URL          = {formatter}
|see also               = {{{{P|973}}}}, {{{{P|854}}}}
|topic                  = authority control
|distinct values constraint = no
}}}}

==== Motivation ====
The dataset has {count:,} cases of the Tweede Kamer with a number that the chamber published. \
Another {others:,} cases are not counted here: those of the Eerste Kamer, and those that have no \
such number.

Further statements for the property: formatter URI for RDF resource ({{{{P|1921}}}}) {formatter}, \
and URL match pattern ({{{{P|8966}}}}) \
<nowiki>^https?:\\/\\/{host}\\/eli\\/nl\\/tk\\/zaak\\/({pattern})$</nowiki>.

==== Objections that may be raised ====
* ''No item needs it.'' That is so today: as far as is known, no set of questions has an item. The \
property would be used in references. If that use is not wanted, {{{{P|854}}}} with the address of \
the case does the same, and this proposal should not be filed.
* ''The values have three forms.'' They are the numbers that the chamber gave at the time: \
2022Z00634 since about 2007, ten digits before, and the number of the printed answer \
(ah-tk-19941995-272) where no other is printed.
* ''The links are dead.'' File this proposal only when {base} leads to the pages.
"""


def person_proposal(base: str, persons: tuple[Counterpart, ...], examples: int) -> str:
    """Return the proposal for a property of persons.

    At most ``examples`` persons are used as examples: those with an item and the most
    participations.
    """
    certain = [person for person in persons if person.item]
    best = sorted(certain, key=lambda person: (-person.uses, person.key))[:examples]
    return _PERSONS.format(
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
    )


def case_proposal(base: str, numbers: CaseNumbers) -> str:
    """Return the proposal for a property of cases."""
    formatter = f"{base}/eli/nl/tk/zaak/$1"
    return _CASES.format(
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
        others=numbers.others,
    )


def _host(base: str) -> str:
    """Return ``base`` without its scheme, as a regular expression with escaped slashes."""
    return base.partition("://")[2].replace(".", "\\.").replace("/", "\\/")


def _numbered(examples: Iterable[str]) -> str:
    lines = enumerate(examples, start=1)
    return "\n".join(f"|example {number}              = {text}" for number, text in lines)
