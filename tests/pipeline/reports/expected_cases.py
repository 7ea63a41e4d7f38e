"""A few cases that just meet the limits of some expectations, for tests of each expectation."""

from collections.abc import Iterable
from datetime import date

import msgspec

from kv2rdf.model.document_people import DocumentPeople, PartTaken
from kv2rdf.model.expectations import Expectations
from kv2rdf.model.kinds import Chamber, MembershipKind, SourceKind
from kv2rdf.model.participants import Role
from kv2rdf.model.register import Membership, Office, OfficeKind, Person, Register, Tenure
from kv2rdf.pipeline.passes.results import CaseCounts, CaseSummary
from kv2rdf.pipeline.passes.spool import Fate, SpoolEntry
from kv2rdf.pipeline.reports.breaches import ExpectationChecks
from kv2rdf.pipeline.reports.expectations import compare_with_expectations
from kv2rdf.release.report import Breach

YEAR, DAY = 2004, date(2004, 6, 1)
EXPECTED = {
    "seats": {"tk": 2},
    "people": {"age": 18, "days": 7, "stop": False},
    "periods": {"kvr-xml": {"first": date(2004, 1, 1), "last": date(2004, 12, 31)}},
    "years": {
        "kvr-xml": {
            "2004": {"documents": 3, "cases": [2, 4]},
            "2005": {"documents": 1, "cases": [0, 1]},
        }
    },
    "shares": [
        {"sources": ["kvr-xml"], "years": [2004, 2004], "role": "indiener", "of": "person",
         "least": 0.5},
        {"sources": ["kvr-xml"], "years": [2004, 2005], "role": "indiener", "of": "party",
         "least": 1.0},
        {"sources": ["kvr-xml"], "years": [2004, 2004], "role": "antwoordgever", "of": "office",
         "least": 1.0},
    ],
}  # fmt: skip
EVA = Person(key="eva", name="Eva", born=date(1986, 6, 1))
SPELL = Membership(
    key="eva-tk", person="eva", party="abc", kind=MembershipKind.GROUP_TK,
    since=date(2004, 1, 1), until=DAY,
)  # fmt: skip
OFFICE = Office(
    key="m", kind=OfficeKind.MINISTER, label="minister", label_en="minister", ministry="x",
    since=date(2004, 1, 1), until=DAY,
)  # fmt: skip
TENURE = Tenure(person="eva", office="m", since=date(2004, 1, 1), until=DAY)
KNOWN = Register(persons=(EVA,), memberships=(SPELL,), offices=(OFFICE,), tenures=(TENURE,))


def part(
    role: Role = Role.ASKER,
    person: str | None = "eva",
    office: str | None = None,
    *,
    has_name: bool = True,
    has_office: bool = False,
    is_party_known: bool = True,
) -> PartTaken:
    """Return a participant with a printed party."""
    return PartTaken(
        role=role,
        person=person,
        office=office,
        has_name=has_name,
        has_party=True,
        has_office=has_office or office is not None,
        is_party_known=is_party_known,
        is_ministry_known=False,
    )


def case(
    number: int,
    *people: PartTaken,
    day: date | None = DAY,
    documents: int = 1,
    kind: SourceKind = SourceKind.KVR,
) -> CaseSummary:
    """Return a case with one document that has participants."""
    row = DocumentPeople(source_kind=kind, chamber=Chamber.TK, day=day, people=tuple(people))
    return CaseSummary(
        id=f"case {number}",
        title="",
        documents=tuple(f"{number}-{n}" for n in range(documents)),
        year=day.year if day else None,
        questions=1,
        answers=0,
        linked_answers=0,
        notices=0,
        state="openstaand",
        findings=(),
        warnings=(),
        days=None,
        is_in_time=None,
        asked_by=(),
        answered_by=(),
        topics=(),
        media=(),
        counts=CaseCounts(year=day.year if day else None, rows=(), papers=(), references=()),
        people=(row,),
    )


def compared(
    cases: Iterable[CaseSummary], known: Register = KNOWN, *, stop: bool = False
) -> ExpectationChecks:
    """Return the comparisons for cases. The input consists of the documents of these cases."""
    people = EXPECTED["people"] | {"stop": stop}  # type: ignore[operator]
    expected = msgspec.convert(EXPECTED | {"people": people}, Expectations, str_keys=True)
    dossiers = tuple(cases)
    entries = [
        SpoolEntry(id=id_, sha256=id_, fate=Fate.READ, kind=SourceKind.KVR, year=d.counts.year)
        for d in dossiers
        for id_ in d.documents
    ]
    return compare_with_expectations(expected, known, entries, dossiers)


def breach(checks: ExpectationChecks) -> Breach | None:
    """Return the only breach, or None if there is none."""
    assert len(checks.breaches) < 2
    return checks.breaches[0] if checks.breaches else None


def found_words(checks: ExpectationChecks) -> str | None:
    """Return the expectation of the only breach and the value that was found, or None."""
    broken = breach(checks)
    return f"{broken['expectation']}: {broken['about']}: {broken['found']}" if broken else None
