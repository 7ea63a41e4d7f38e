"""The addresses of data, and of entities that others have published."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kv2rdf.addresses import external
from kv2rdf.addresses.minting import Addresses
from kv2rdf.addresses.spelling import reversible_key
from kv2rdf.errors import MintError
from kv2rdf.model.document import CaseDocument
from kv2rdf.model.dossier import Dossier
from kv2rdf.model.kinds import ActivityKind, Chamber, PaperKind
from kv2rdf.model.paper import AnnexNumber, Mention
from kv2rdf.model.part_keys import part_keys
from kv2rdf.model.participants import Participant, Role
from kv2rdf.model.register import Ministry, Office, OfficeKind, Party, Person
from kv2rdf.model.rules import FindingRule, MatchRule
from kv2rdf.rdf.terms import Iri
from tests.every_case import every_case

AT = Addresses("https://example.org/kv")
CASE = "2022Z00634"
QUESTIONS = CaseDocument(
    kind=PaperKind.QUESTIONS, chamber=Chamber.TK, home_case=CASE, cases=(CASE,), sources=()
)
ANSWER = replace(
    QUESTIONS, kind=PaperKind.ANSWER, number=AnnexNumber(session="20212022", number="10a")
)
NOTICE = replace(QUESTIONS, kind=PaperKind.NOTICE, fallback_key="2022-02-08")
DOSSIER = Dossier(id=CASE, chamber=Chamber.TK, title="Weer", questions=QUESTIONS)
WORK = AT.document(QUESTIONS)
COSIGNATORY = Participant(role=Role.ON_BEHALF_OF, ordinal=2, mention=Mention(printed="X Y"))
JAN = Person(key="jan-1950", name="Jan")
CDA = Party(key="cda", name="", abbreviation="")
REST = Ministry(key="rest", name="Rest")
MINISTER_OF_REST = Office(
    key="m-rest", kind=OfficeKind.MINISTER, label="", label_en="", ministry="rest"
)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        (AT.dossier(Chamber.TK, CASE), "/eli/nl/tk/zaak/2022Z00634"),
        (AT.dossier(Chamber.EK, "ah-ek-19941995-31"), "/eli/nl/ek/zaak/ah-ek-19941995-31"),
        (WORK, "/eli/nl/tk/kv/2022Z00634"),
        (AT.document(ANSWER), "/eli/nl/tk/ah/20212022/10a"),
        (AT.document(replace(ANSWER, number=None, fallback_key="KVR1")), "/eli/nl/tk/ah/KVR1"),
        (AT.document(NOTICE), "/eli/nl/tk/kv/2022Z00634/mededeling/2022-02-08"),
        (AT.document(replace(NOTICE, delay_rule=MatchRule.WORDS_OF_DELAY)),
         "/eli/nl/tk/kv/2022Z00634/uitstel/2022-02-08"),
        (AT.document(replace(NOTICE, number=ANSWER.number)), "/eli/nl/tk/ah/20212022/10a"),
        (AT.annex(Chamber.TK, "20212022", "1881"), "/eli/nl/tk/ah/20212022/1881"),
        (AT.part(WORK, "vraag", "5"), "/eli/nl/tk/kv/2022Z00634/vraag/5"),
        (AT.part(WORK, "antwoord", "4-5"), "/eli/nl/tk/kv/2022Z00634/antwoord/4-5"),
        (AT.part(WORK, "toelichting", ""), "/eli/nl/tk/kv/2022Z00634/toelichting"),
        (AT.expression(WORK), "/eli/nl/tk/kv/2022Z00634/nld"),
        (AT.manifestation(WORK, "pdf"), "/eli/nl/tk/kv/2022Z00634/nld/pdf"),
        (AT.mark(AT.part(WORK, "vraag", "5"), AT.footnote(WORK, "1-KVR1")),
         "/eli/nl/tk/kv/2022Z00634/vraag/5#noot-1-KVR1"),
        (AT.mark(WORK, AT.footnote(WORK, "1-KVR1"), 2), "/eli/nl/tk/kv/2022Z00634#noot-1-KVR1-2"),
        (AT.citation(WORK, "vraag 2"), "/eli/nl/tk/kv/2022Z00634#citaat-vraag_2"),
        (AT.finding(WORK, FindingRule.EMPTY_PART), "/eli/nl/tk/kv/2022Z00634#leeg-onderdeel"),
        (AT.finding(WORK, FindingRule.EMPTY_PART, 2), "/eli/nl/tk/kv/2022Z00634#leeg-onderdeel-2"),
        (AT.activity(DOSSIER, ActivityKind.TABLING, QUESTIONS),
         "/eli/nl/tk/zaak/2022Z00634#indiening"),
        (AT.activity(DOSSIER, ActivityKind.ANSWERING, ANSWER),
         "/eli/nl/tk/zaak/2022Z00634#beantwoording-20212022-10a"),
        (AT.activity(DOSSIER, ActivityKind.DELAY, NOTICE),
         "/eli/nl/tk/zaak/2022Z00634#uitstel-2022-02-08"),
        (AT.participation(DOSSIER, COSIGNATORY), "/eli/nl/tk/zaak/2022Z00634#mede-namens-X_Y"),
        (AT.participation(DOSSIER, replace(COSIGNATORY, repetition=2)),
         "/eli/nl/tk/zaak/2022Z00634#mede-namens-X_Y-2"),
        (AT.participation(
            DOSSIER,
            replace(COSIGNATORY, mention=Mention(printed="Van Dijk (D'66)", name="Van Dijk",
                                                 party="D'66")),
        ), "/eli/nl/tk/zaak/2022Z00634#mede-namens-Van_Dijk~~D~27~66"),
        (AT.person(JAN), "/id/persoon/jan-1950"),
        (AT.person(replace(JAN, guid="1ee767b9-67f3")), "/id/persoon/jan-1950"),
        (AT.name_form(Mention(printed="", name="Van Dijk", party="D'66"), Chamber.TK),
         "/id/naamvorm/Van_Dijk~~D~27~66~~tk"),
        (AT.name_form(Mention(printed="", name="Kade"), Chamber.EK), "/id/naamvorm/Kade~~~~ek"),
        (AT.subject("Water (Overig)"), "/id/rubriek/Water_~28~Overig~29~"),
        (AT.party(CDA), "/id/partij/cda"),
        (AT.group(CDA, Chamber.EK), "/id/fractie/cda-ek"),
        (AT.membership("jan-cda"), "/id/lidmaatschap/jan-cda"),
        (AT.period(AT.membership("jan-cda")), "/id/lidmaatschap/jan-cda#periode"),
        (AT.office(MINISTER_OF_REST),
         "/id/ambt/m-rest"),
        (AT.ministry(REST), "/id/ministerie/rest"),
        (AT.topic("bestuur-gemeenten"), "/id/thema/bestuur-gemeenten"),
        (AT.scheme("rubriek"), "/id/rubriek"),
        (AT.source("SG_KVR1.xml~0a1b"), "/bron/SG~5f~KVR1.xml~7e~0a1b"),
        (AT.graph(CASE), "/graph/2022Z00634"),
        (AT.graph("register"), "/graph/register"),
        (AT.derived_graph(CASE), "/graph/derived/2022Z00634"),
        (AT.findings_graph(CASE), "/graph/findings/2022Z00634"),
        (AT.dataset(), "/dataset/kamervragen"),
        (AT.dataset(date(2022, 2, 25)), "/dataset/kamervragen/2022-02-25"),
        (AT.run(date(2022, 2, 25)), "/run/2022-02-25"),
        (AT.file(date(2022, 2, 25), "a.nq.gz"), "/dataset/kamervragen/2022-02-25/a.nq.gz"),
        (AT.catalogue(), "/dataset"),
        (AT.publisher(), "/dataset#uitgever"),
        (AT.software("0.1.0"), "/run/kv2rdf/0.1.0"),
    ],
)  # fmt: skip
def test_data_has_an_address_below_the_base(address: Iri, path: str) -> None:
    assert address == f"https://example.org/kv{path}"


@every_case(
    ("address", "expected"),
    [
        (external.concept("antwoord"), "https://w3id.org/kamervragen/id/begrip/antwoord"),
        (external.SHAPES, "https://w3id.org/kamervragen/shapes"),
        (external.ONTOLOGY, "https://w3id.org/kamervragen/def"),
        (external.wikidata("Q273749"), "http://www.wikidata.org/entity/Q273749"),
        (external.media_type("text/html"),
         "https://www.iana.org/assignments/media-types/text/html"),
        (external.file_format("HTML"),
         "http://publications.europa.eu/resource/authority/file-type/HTML"),
        (external.web_address("https://example.org/a?b=c&d=e"), "https://example.org/a?b=c&d=e"),
        (AT.ministry(replace(REST, tooi="https://example.org/tooi/1")),
         "https://example.org/tooi/1"),
    ],
)  # fmt: skip
def test_other_addresses_do_not_depend_on_the_base(address: Iri, expected: str) -> None:
    assert address == expected


@every_case(
    "segment",
    ["", " ", "null", "None", "NULL", "undefined", "NaN", ".", "..", "a/b", "a b", "é", "a#b",
     "a?b", "a%20b", "a\n", "²"],
)  # fmt: skip
def test_a_segment_that_is_empty_or_does_not_fit_is_refused(segment: str) -> None:
    with pytest.raises(MintError, match="no address can be made from"):
        AT.dossier(Chamber.TK, segment)


@every_case(
    "url",
    [
        "",
        "ftp://example.org",
        "https://example.org/a b",
        "https://a/<b>",
        "//a",
        "https://",
        "https://example.org/\x9d",
        "https://example.org/\ufffd",
        "https://example.org/\ue000",
    ],
)
def test_an_invalid_web_page_address_is_refused(url: str) -> None:
    with pytest.raises(MintError, match="not the address of a page"):
        external.web_address(url)


def test_a_notice_without_date_or_number_is_refused() -> None:
    with pytest.raises(MintError):
        AT.document(replace(NOTICE, fallback_key=None))


WORDS = st.text(max_size=6) | st.text(alphabet="a~_ é-.", max_size=6)


@settings(max_examples=40)
@given(WORDS, WORDS)
def test_different_words_have_different_keys(one: str, other: str) -> None:
    assert (reversible_key(one) == reversible_key(other)) == (one == other)
    assert reversible_key(one).isascii()


@given(st.tuples(WORDS, WORDS), st.tuples(WORDS, WORDS))
def test_different_name_forms_have_different_addresses(
    one: tuple[str, str], other: tuple[str, str]
) -> None:
    first, second = (
        AT.name_form(Mention(printed="", name=f"n{name}", party=party), Chamber.TK)
        for name, party in (one, other)
    )
    assert (first == second) == (one == other)


@every_case(
    ("numbers", "keys"),
    [
        ([("1",), ("2",)], ("1", "2")),
        ([("1",), ("4", "5")], ("1", "4-5")),
        ([(), ("1",), ()], ("x1", "1", "x3")),
        ([("1",), ("1",), ("2",)], ("1", "x2", "2")),
        ([], ()),
    ],
)
def test_the_key_of_a_part_is_its_numbers_or_its_position(
    numbers: list[tuple[str, ...]], keys: tuple[str, ...]
) -> None:
    assert part_keys(numbers) == keys


@given(st.lists(st.lists(st.sampled_from(["1", "2", "3", "3a"]), max_size=2)))
def test_different_parts_have_different_keys(numbers: list[list[str]]) -> None:
    keys = part_keys(numbers)
    assert len(set(keys)) == len(keys) == len(numbers)
