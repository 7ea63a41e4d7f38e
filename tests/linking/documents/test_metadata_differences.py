"""The metadata of papers. One version is published, and the others are in findings."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.documents.metadata_differences import (
    MetadataField,
    names_and_parties,
    question_metadata,
    reply_metadata,
    report_metadata_differences,
)
from kv2rdf.model.kinds import PaperKind
from kv2rdf.model.paper import Mention, Paper
from tests.papers import paper

KADE = Mention(printed="Kade", name="Kade", office="minister Marktzaken")
LAND = Mention(printed="de minister van Land", office="de minister van Land")
FULL = replace(
    paper("a", PaperKind.ANSWER, annex="9"),
    title="Vragen",
    topic_lines=("Verkeer (Wegen)", "Tunnels"),
    abstract="Over tunnels",
    see_also=("zie ook nr. 8",),
    answerers=(KADE,),
    on_behalf_of=(LAND,),
)


def words_by_name(fields: list[MetadataField]) -> list[tuple[str, tuple[str, ...]]]:
    """Return the name and the words of each field."""
    return [(field.name, field.words) for field in fields]


@pytest.mark.parametrize("has_own_title", [True, False])
def test_the_metadata_of_questions(*, has_own_title: bool) -> None:
    rest = [("ingediend", ("2005-02-05",)),
            ("onderwerpen", ("Verkeer (Wegen)",)), ("onderwerpen", ("Tunnels",)),
            ("samenvatting", ("Over tunnels",))]  # fmt: skip
    assert words_by_name(question_metadata(FULL, has_own_title=has_own_title)) == [
        *([("titel", ("Vragen",))] if has_own_title else []),
        *rest,
    ]


def test_the_metadata_of_a_reply() -> None:
    assert words_by_name(reply_metadata(FULL, has_comparable_day=False)) == [
        ("titel", ("Vragen",)),
        ("zie ook", ("zie ook nr. 8",)),
        ("antwoordgevers", ("Kade", "minister Marktzaken", "de minister van Land")),
    ]


def bare_paper() -> Paper:
    """Return a paper without metadata."""
    return replace(paper("b", PaperKind.ANSWER, annex="9"), title=None, tabled=None)


def test_the_day_of_a_reply_is_that_of_the_reply() -> None:
    fields = reply_metadata(FULL, has_comparable_day=True)
    assert ("beantwoord", ("2005-02-23",)) in words_by_name(fields)


def test_a_paper_may_have_no_metadata() -> None:
    assert question_metadata(bare_paper(), has_own_title=True) == []
    bare = reply_metadata(bare_paper(), has_comparable_day=False)
    assert words_by_name(bare) == [("antwoordgevers", ())]
    assert report_metadata_differences((), bare) == []


def test_names_come_with_their_parties() -> None:
    askers = (Mention(printed="Bij", party="ABC"), Mention(printed="Raat"))
    assert names_and_parties(askers) == ("Bij", "ABC", "Raat")


def test_different_words_are_kept_with_their_source() -> None:
    source = FULL.source
    others = [
        MetadataField(source, "titel", ("Vra gen",)),
        MetadataField(source, "indieners", ("Bij", "ABC")),
        MetadataField(source, "indieners", ("Bij", "DEF")),
    ]
    (finding,) = report_metadata_differences(["Vragen", "Bij", "ABC"], others)
    assert (finding.rule, finding.source, finding.location) == (
        "tekst-terzijde",
        source,
        "indieners",
    )
    assert (finding.text, finding.concerns) == ("Bij | DEF", None)
