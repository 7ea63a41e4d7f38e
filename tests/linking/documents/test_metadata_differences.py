"""What papers tell beside their texts, of which one stands."""

import pytest
from msgspec.structs import replace

from kv2rdf.linking.documents import metadata_differences
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


def told(fields: list[metadata_differences.Field]) -> list[tuple[str, tuple[str, ...]]]:
    return [(what, words) for _, what, words in fields]


@pytest.mark.parametrize("titled", [True, False])
def test_a_paper_tells_of_its_questions(*, titled: bool) -> None:
    rest = [("onderwerpen", ("Verkeer (Wegen)",)), ("onderwerpen", ("Tunnels",)),
            ("samenvatting", ("Over tunnels",))]  # fmt: skip
    assert told(metadata_differences.of_questions(FULL, titled=titled)) == [
        *([("titel", ("Vragen",))] if titled else []),
        *rest,
    ]


def test_a_paper_tells_of_its_reply() -> None:
    assert told(metadata_differences.of_reply(FULL)) == [
        ("titel", ("Vragen",)),
        ("zie ook", ("zie ook nr. 8",)),
        ("antwoordgevers", ("Kade", "minister Marktzaken", "de minister van Land")),
    ]


def bare() -> Paper:
    """Give a paper that tells nothing."""
    return replace(paper("b", PaperKind.ANSWER, annex="9"), title=None)


def test_a_paper_may_tell_nothing() -> None:
    assert metadata_differences.of_questions(bare(), titled=True) == []
    assert told(metadata_differences.of_reply(bare())) == [("antwoordgevers", ())]
    assert metadata_differences.set_aside((), metadata_differences.of_reply(bare())) == []


def test_names_are_told_with_their_parties() -> None:
    askers = (Mention(printed="Bij", party="ABC"), Mention(printed="Raat"))
    assert metadata_differences.members(askers) == ("Bij", "ABC", "Raat")


def test_what_is_said_otherwise_is_kept_with_its_source() -> None:
    source = FULL.source
    others = [
        (source, "titel", ("Vra gen",)),
        (source, "indieners", ("Bij", "ABC")),
        (source, "indieners", ("Bij", "DEF")),
    ]
    (finding,) = metadata_differences.set_aside(["Vragen", "Bij", "ABC"], others)
    assert (finding.rule, finding.source, finding.place) == ("tekst-terzijde", source, "indieners")
    assert (finding.text, finding.concerns) == ("Bij | DEF", None)
