"""The askers of further sets of questions in a KVR document."""

from kv2rdf.model.paper import Mention
from kv2rdf.sources.kvr.further_askers import with_further_askers
from tests.every_case import every_case
from tests.kvr_document import document
from tests.papers import read_paper


def asker(name: str, party: str | None) -> Mention:
    return Mention(printed=name, name=name, party=party)


@every_case(
    ("party", "heading", "parties"),
    [
        ("ABC", "Vragen van het lid Van Dijk (ABC)", ["ABC"]),
        ("A.B.C.", "Vragen van het lid Van Dijk (ABC)", ["A.B.C."]),
        (None, "Vragen van het lid Van Dijk (ABC)", [None]),
        ("ABC", "Vragen van het lid Van Dijk (A 4 BC)", ["ABC"]),
        ("D66", "Vragen van het lid Van Dijk (066)", ["D66"]),
        ("ABC", "Vragen van het lid Van Dijk (ABD)", ["ABC", "ABD"]),
    ],
)
def test_only_a_member_of_another_party_is_another_asker_of_that_name(
    party: str | None, heading: str, parties: list[str | None]
) -> None:
    askers = with_further_askers((asker("Van Dijk", party),), [heading])
    assert [each.party for each in askers] == parties


def test_two_askers_with_one_surname_stay_two() -> None:
    both = (asker("Van Dijk", "ABC"), asker("Van Dijk", "XYZ"))
    assert with_further_askers(both, []) == both
    more = with_further_askers(both, ["Vragen van de leden Van Dijk (XYZ) en Bij (DEF)"])
    assert more == (*both, asker("Bij", "DEF"))


def test_an_explanation_leaves_two_askers_with_one_surname_as_they_are() -> None:
    askers = '<vrager partij="ABC">Van Dijk</vrager><vrager partij="XYZ">Van Dijk</vrager>'
    explained = read_paper(document(askers=askers, explanation="<toelichting>Nota.</toelichting>"))
    assert [(each.name, each.party) for each in explained.askers] == [
        ("Van Dijk", "ABC"), ("Van Dijk", "XYZ"),
    ]  # fmt: skip
