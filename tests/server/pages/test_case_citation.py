"""Citations of a case, in each form, and with titles that could end the form."""

import json
from pathlib import Path

from msgspec.structs import replace

from kv2rdf.rdf.vocabulary import HOME
from kv2rdf.server.pages.case_citation import case_citation, linked_data
from kv2rdf.server.pages.case_page import case_html
from tests.server.pages.case_pages import page, site, view

SEED = "2022Z00634"
ADDRESS = f"{HOME}/eli/nl/tk/zaak/{SEED}"


def test_the_plain_citation_has_askers_title_number_days_address_and_release(
    golden_release: Path,
) -> None:
    case = replace(view(golden_release, SEED), title="Vragen over een titel met een punt.")
    facts = f"Kamervragen {SEED}, ingediend 18 januari 2022, beantwoord 25 februari 2022."
    address = f"{ADDRESS}, editie 2022-02-25-1."
    askers = "Hilde Palland, Inge van Dijk."
    cited = case_citation(case, site()).plain
    printed = "Aanhangsel Handelingen II 2021/22, nr. 1881."
    assert cited == f"{askers} Vragen over een titel met een punt. {facts} {printed} {address}"
    scanned = replace(case, title="de voorgenomen uitzetting van een Chileen.", people=())
    assert case_citation(scanned, site()).plain.startswith("De voorgenomen uitzetting van een ")
    bare = replace(case, title="", tabled=None, answered=None, people=(), documents=())
    assert case_citation(bare, site()).plain == f"Kamervragen {SEED}. {address}"


def test_bibtex_has_every_asker_and_the_year_of_tabling(golden_release: Path) -> None:
    entry = case_citation(view(golden_release, SEED), site("en")).bibtex
    assert entry.startswith(f"@misc{{kamervragen-{SEED},\n  title = {{{{")
    assert "  author = {{Hilde Palland} and {Inge van Dijk}},\n  year = {2022}," in entry
    assert entry.endswith("note = {release 2022-02-25-1}\n}")
    assert entry.count("{") == entry.count("}")


def test_the_template_of_the_dutch_wikipedia_has_the_address_and_the_day(
    golden_release: Path,
) -> None:
    template = case_citation(view(golden_release, SEED), site()).wikipedia
    assert template.startswith(f"{{{{Citeer web |url={ADDRESS} |titel=")
    assert template.endswith(f"|datum=2022-01-18 |werk=Kamervragen {SEED}}}}}")


def test_no_title_can_end_its_field(golden_release: Path) -> None:
    bad = r"a} b|c]] {{d}} 50% </script><script>alert(1)</script> \x"
    case = replace(view(golden_release, SEED), title=bad)
    cited = case_citation(case, site())
    title = cited.bibtex.split("title = {{")[1].split("}},\n")[0]
    assert r"a\} b|c]] \{\{d\}\} 50\% " in title
    assert title.endswith(r"\textbackslash{}x")
    assert cited.wikipedia.count("|") == 5
    assert cited.wikipedia.count("{") == cited.wikipedia.count("}") == 2
    shown = case_html(case, site(), {})
    assert shown.count("<script") == 1
    assert "</script><script>" not in shown


def test_the_page_has_linked_data_and_all_citations(golden_release: Path) -> None:
    shown = page(golden_release, SEED)
    (block,) = shown.xpath("//script/text()")
    assert json.loads(block) == linked_data(view(golden_release, SEED), site())
    data = json.loads(block)
    assert (data["@id"], data["identifier"]) == (ADDRESS, SEED)
    assert [a["name"] for a in data["author"]] == ["Hilde Palland", "Inge van Dijk"]
    assert [p["@type"] for p in data["hasPart"]] == ["Question", "Answer"] * 7
    assert [p["position"] for p in data["hasPart"]] == list(range(1, 15))
    cited = case_citation(view(golden_release, SEED), site())
    assert shown.xpath("//pre/text()") == [cited.bibtex, cited.wikipedia]
