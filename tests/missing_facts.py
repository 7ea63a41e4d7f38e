"""The table in docs/data-model.md with the numbers of facts that are missing in the archive.

They are counted in a release of the whole archive of 1984–2008, which takes minutes to build, so
the numbers are not part of ``make generated``. This program counts them in a release, and writes
the table:

    python -m tests.missing_facts output/release
"""

import sys
from pathlib import Path
from typing import Final, NamedTuple

from tests.ontology_terms import ROOT
from tests.open_releases import answer_rows

PAGE: Final = ROOT / "docs" / "data-model.md"
BEGIN, END = "<!-- counted in the archive -->\n", "<!-- until here -->\n"
_HEAD = "| what | missing | of |\n|---|---|---|\n"


class MissingFact(NamedTuple):
    """A fact that is missing for some entities.

    ``all_things`` is the pattern of every ``?x`` that could have the fact. Together with
    ``without_it``, it is the pattern of those that do not have it.
    """

    what: str
    all_things: str
    without_it: str
    missing: str = "COUNT(DISTINCT ?x)"


_CASE = "?x a kv:Dossier"
_DATED = f"{_CASE} ; dct:dateSubmitted ?day"
_CHANGE = '"1998-09-01"^^xsd:date'
_ANSWERED = f"{_CASE} ; kv:state c:beantwoord"
_QUESTION = "?x a kv:Question ; eli:is_part_of ?paper ; kv:concernsDossier/kv:state c:beantwoord"
_PLAYED = "?x eli-dl:participation_role c:{}"
_PARTY = "?case a kv:Dossier ; kv:partyAsInSource ?x"

FACTS: Final = (
    MissingFact("cases without an addressee", _CASE, "MINUS { ?x kv:addressedTo ?who }"),
    MissingFact(
        "cases before September 1998 without an addressee", f"{_DATED} FILTER(?day < {_CHANGE})",
        "MINUS { ?x kv:addressedTo ?who }",
    ),
    MissingFact(
        "cases since September 1998 without an addressee", f"{_DATED} FILTER(?day >= {_CHANGE})",
        "MINUS { ?x kv:addressedTo ?who }",
    ),
    MissingFact("cases without a topic", _CASE, "MINUS { ?x dct:subject ?topic }"),
    MissingFact(
        "cases since 1995 without a topic", f"{_DATED} FILTER(YEAR(?day) >= 1995)",
        "MINUS { ?x dct:subject ?topic }",
    ),
    MissingFact(
        "cases without the party of any asker", _CASE, "MINUS { ?x kv:partyAsInSource ?party }"
    ),
    MissingFact("cases without a date of tabling", _CASE, "MINUS { ?x dct:dateSubmitted ?day }"),
    MissingFact(
        "answered cases without a date of answer", _ANSWERED, "MINUS { ?x kv:answeredOn ?day }"
    ),
    MissingFact(
        "answered cases without an answerer", _ANSWERED, "MINUS { ?x kv:answeredBy ?who }"
    ),
    MissingFact(
        "answered cases without a deadline", _ANSWERED, "MINUS { ?x kv:answerDue ?day }"
    ),
    MissingFact(
        "questions without an answer of their own, in answered cases", _QUESTION,
        "MINUS { ?answer eli-dl:answers_to ?x }",
    ),
    MissingFact(
        "the same, leaving out question documents that were answered as a whole", _QUESTION,
        "MINUS { ?answer eli-dl:answers_to ?x }"
        " MINUS { ?answer a kv:Answer ; eli-dl:answers_to ?paper }",
    ),
    MissingFact(
        "notices of delay without a reason (`kv:delayReason`)", "?x a kv:DelayNotice",
        "MINUS { ?x kv:delayReason ?reason }",
    ),
    MissingFact(
        "footnotes without a text", "?x a kv:Footnote", "MINUS { ?x kv:text ?text }"
    ),
    MissingFact(
        "footnotes without a mark (`kv:hasFootnote`)", "?x a kv:Footnote",
        "MINUS { ?part kv:hasFootnote ?x }",
    ),
    MissingFact(
        "footnotes that cite a medium, without a mark",
        "?x kv:citedMedium ?medium", "MINUS { ?part kv:hasFootnote ?x }",
    ),
    MissingFact(
        "addressees whose office is not identified", _PLAYED.format("geadresseerde"),
        "MINUS { ?x kv:office ?office }",
    ),
    MissingFact(
        "answerers whose office is not identified", _PLAYED.format("antwoordgever"),
        "MINUS { ?x kv:office ?office }",
    ),
    MissingFact(
        "askers and answerers who are not identified as persons",
        "VALUES ?role { c:indiener c:antwoordgever } ?x eli-dl:participation_role ?role",
        "MINUS { ?x eli-dl:had_participant_person ?person }",
    ),
    MissingFact(
        "askers whose group is not identified", _PLAYED.format("indiener"),
        "MINUS { ?x eli-dl:participation_in_name_of ?group }",
    ),
    MissingFact(
        "spellings of parties that differ from another spelling only in case, spaces or"
        " punctuation", _PARTY,
        'BIND(UCASE(REPLACE(?x, "[^A-Za-z0-9]", "")) AS ?letters)',
        "COUNT(DISTINCT ?x) - COUNT(DISTINCT ?letters)",
    ),
)  # fmt: skip


def counts(release: Path, fact: MissingFact) -> tuple[int, int]:
    """Return the number of entities that do not have a fact, and the number that could have it."""
    queries = (
        f"SELECT ({fact.missing} AS ?n) WHERE {{ {fact.all_things} {fact.without_it} }}",
        f"SELECT (COUNT(DISTINCT ?x) AS ?n) WHERE {{ {fact.all_things} }}",
    )
    without, of_all = (int(answer_rows(release, query)[0][0]) for query in queries)
    return without, of_all


def table(release: Path) -> str:
    """Return the table, counted in a release."""
    found = ((fact.what, *counts(release, fact)) for fact in FACTS)
    return _HEAD + "".join(f"| {what} | {n:,} | {of_all:,} |\n" for what, n, of_all in found)


if __name__ == "__main__":
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    counted = f"{before}{BEGIN}\n{table(Path(sys.argv[1]))}\n{END}{rest.partition(END)[2]}"
    PAGE.write_text(counted, encoding="utf-8")
