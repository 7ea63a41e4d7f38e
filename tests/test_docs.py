"""The statements in the docs: commands, terms, rules, addresses, links and versions."""

import re
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import click
import pytest
from rdflib import SKOS, Graph, URIRef

from kv2rdf.addresses import external
from kv2rdf.cli import COMMANDS, cli
from kv2rdf.query.result_formats import result_text
from kv2rdf.rdf import turtle
from kv2rdf.rdf.terms import Iri
from kv2rdf.rdf.vocabulary import HOME, KV, PREFIXES
from kv2rdf.reference.shipped_folders import folder
from tests.every_case import every_case
from tests.ontology_terms import borrowed_terms, concepts, our_terms
from tests.open_releases import answer
from tests.reference.test_jsonld_context import seed_graph

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
TERMS = [name for name, term in vars(KV).items() if isinstance(term, Iri)]
WORDS_OF_ONE_COMPUTER = re.compile(r"(?<![\w.])/(?:home|root|Users|mnt|opt|var)/|localhost")
LONGEST_DECISION = 25
# An example of how not to write Turtle, and terms to be added later.
NOT_TERMS = {"vraag", "wordCount", "markup"}
BEFORE_AN_ITEM = re.compile(r"(?:\d+\.|[-*+]) | |.*:$")
every_page = pytest.mark.parametrize(
    "page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix()
)


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


@cache
def ontology(name: str) -> Graph:
    return Graph().parse(folder("ontology") / f"{name}.ttl")


@cache
def said_of_the_seed() -> Graph:
    return seed_graph()


def blocks(name: str, language: str) -> list[str]:
    """Return the fenced blocks of a page in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text(name), re.MULTILINE | re.DOTALL)


def rows(name: str) -> list[list[str]]:
    """Return the rows of a page's tables, without the header rows."""
    lines = [line for line in text(name).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    heads = {n - 1 for n, row in enumerate(cells) if set("".join(row)) == {"-"}}
    return [row for n, row in enumerate(cells) if n not in heads and n - 1 not in heads]


def rules_of_findings() -> list[str]:
    scheme = external.concept("bevindingen")
    found = ontology("concepts").subjects(SKOS.inScheme, URIRef(scheme))
    return sorted(str(concept).removeprefix(PREFIXES["c"]) for concept in found)


@every_case("name", COMMANDS)
def test_every_command_is_in_the_readme_and_its_help_has_an_example(name: str) -> None:
    example = rf"^ +kv2rdf {name}(?: \S|$)"
    assert re.search(example, text("README.md"), re.MULTILINE)
    command = cli.get_command(click.Context(cli), name)
    told = (command and command.help) or ""
    assert re.search(example, told.partition("Example:")[2], re.MULTILINE)


def test_the_readme_shows_what_make_demo_prints(seed_release: Path) -> None:
    query = text("docs/demo.rq")
    assert "--file docs/demo.rq" in text("Makefile")
    shown = result_text(answer(seed_release, query), "table")
    assert f"```text\n{shown}```\n" in text("README.md").partition("## ")[0]


def test_the_readme_shows_no_command_that_is_not_there() -> None:
    shown = set(re.findall(r"(?:^    |`)kv2rdf ([a-z]\w*)", text("README.md"), re.MULTILINE))
    assert shown == set(COMMANDS)


def test_the_help_names_every_exit_status_of_build() -> None:
    help_text = text("docs/cli.md").partition("## kv2rdf build")[2]
    assert re.search(r"Exit status 0: .*?\b1: .*?\b2: ", help_text, re.DOTALL)


@every_page
def test_the_docs_name_no_term_that_does_not_exist(page: Path) -> None:
    named = set(re.findall(r"(?<![\w-])kv:(\w+)", page.read_text(encoding="utf-8")))
    assert named - NOT_TERMS <= set(TERMS)


def test_the_glossary_names_no_term_that_is_not_there() -> None:
    known = {term.short for term in (*our_terms(), *borrowed_terms(), *concepts())}
    named = re.findall(r"`([a-z-]+:[\w-]+)`", text("docs/glossary.md"))
    assert len(named) > len(TERMS)
    assert set(named) <= known


def test_every_rule_of_a_finding_is_explained_and_no_other() -> None:
    explained = re.findall(r"^### `([a-z0-9-]+)`\n\n\S", text("docs/sources.md"), re.MULTILINE)
    assert explained == rules_of_findings()


def test_every_rule_of_matching_is_explained() -> None:
    scheme = URIRef(external.concept("vindregels"))
    for concept in ontology("concepts").subjects(SKOS.inScheme, scheme):
        key = str(concept).removeprefix(PREFIXES["c"])
        assert f"| `{key}` |" in text("docs/data-model.md")


@pytest.mark.parametrize("name", ["README.md", "docs/data-model.md"])
def test_the_turtle_we_show_is_true_of_the_seed(name: str) -> None:
    shown = blocks(name, "turtle")
    assert shown
    for block in shown:
        for triple in Graph().parse(data=turtle.header(HOME) + block, format="turtle"):
            assert triple in said_of_the_seed(), triple


def test_the_addresses_we_show_are_those_of_the_seed() -> None:
    minted = {str(node) for node in said_of_the_seed().all_nodes()}
    examples = [row[1].strip("`") for row in rows("docs/addresses.md")]
    shown = [path for path in examples if re.match(r"/(eli|id|bron)/", path)]
    assert len(shown) > 20
    assert [path for path in shown if f"{HOME}{path}" not in minted] == []


@every_page
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "http://", "#")):
            assert (page.parent / target.partition("#")[0]).exists(), target


def headings(page: Path) -> list[str]:
    """Return the headings of a page, without their number signs."""
    told = page.read_text(encoding="utf-8")
    outside = re.sub(r"^```.*?^```$", "", told, flags=re.MULTILINE | re.DOTALL)
    return re.findall(r"^#{1,6} +(.+)$", outside, re.MULTILINE)


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    seen: Counter[str] = Counter()
    found = set()
    for heading in headings(page):
        shown = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        anchor = re.sub(r"[^\w\- ]", "", shown).replace(" ", "-")
        found.add(f"{anchor}-{seen[anchor]}" if seen[anchor] else anchor)
        seen[anchor] += 1
    return found


def broken_anchors(page: Path) -> list[str]:
    """Return the links of a page to headings that do not exist, on this page or another."""
    links = re.findall(r"\]\((?!https?://)([^)#\s]*)#([^)\s]+)\)", page.read_text(encoding="utf-8"))
    targets = [(page.parent / path if path else page, anchor) for path, anchor in links]
    return [f"{target}#{anchor}" for target, anchor in targets if anchor not in anchors(target)]


@every_page
def test_every_anchor_in_a_link_is_that_of_a_heading(page: Path) -> None:
    assert broken_anchors(page) == []


def test_the_rule_for_anchors_is_that_of_github(tmp_path: Path) -> None:
    page, other = tmp_path / "page.md", tmp_path / "other.md"
    other.write_text("# `kv` & [a link](x.md), Été-x_y\n```\n# code\n```\n## Twice\n## Twice\n")
    assert anchors(other) == {"kv--a-link-été-x_y", "twice", "twice-1"}
    page.write_text("# Own\n[a](#own) [b](other.md#twice-1) [c](other.md#twice-2) [d](#gone)\n")
    assert broken_anchors(page) == [f"{other}#twice-2", f"{page}#gone"]


@every_page
def test_a_page_has_one_title_and_names_no_place_on_one_computer(page: Path) -> None:
    told = page.read_text(encoding="utf-8")
    outside = re.sub(r"^```.*?^```$", "", told, flags=re.MULTILINE | re.DOTALL)
    assert len(re.findall(r"^# ", outside, re.MULTILINE)) == 1
    assert not WORDS_OF_ONE_COMPUTER.search(told)


@every_page
def test_no_sentence_looks_like_an_item_of_a_list(page: Path) -> None:
    """A line that begins with a number and a full stop is an item in some programs."""
    content = re.sub(r"^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.M | re.S)
    before = re.findall(r"^(.+)\n(?=(?:\d+\.|[-*+]) )", content, re.M)
    assert [line for line in before if not BEFORE_AN_ITEM.match(line)] == []


def test_every_page_of_the_docs_is_in_the_index() -> None:
    listed = set(re.findall(r"\]\(([^)]+)\)", text("docs/README.md")))
    there = {page.relative_to(DOCS).as_posix() for page in DOCS.rglob("*.md")} - {"README.md"}
    assert there <= listed


@pytest.mark.parametrize("page", sorted((DOCS / "decisions").glob("*.md")), ids=lambda p: p.stem)
def test_a_decision_has_a_date_and_three_parts_and_is_short(page: Path) -> None:
    told = page.read_text(encoding="utf-8")
    assert re.fullmatch(r"\d{4}-\d\d-\d\d-[a-z-]+", page.stem)
    assert page.stem[:10] == told.splitlines()[2]
    parts = ["**Context.**", "**Decision.**", "**Consequence.**"]
    assert re.findall(r"^\*\*\w+\.\*\*", told, re.MULTILINE) == parts
    assert len(told.splitlines()) <= LONGEST_DECISION


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert re.findall(r"^version: (.+)$", text("CITATION.cff"), re.MULTILINE)[0] == version
    assert re.findall(r"^## (\S+)", text("CHANGELOG.md"), re.MULTILINE)[0] == version


@pytest.mark.parametrize("name", ["docs/picture.svg", "docs/architecture.svg"])
def test_a_picture_is_legible_anywhere(name: str) -> None:
    picture = text(name)
    assert "<script" not in picture
    assert "<text" in picture
    assert "prefers-color-scheme: dark" in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")  # No external fonts.
    width = re.search(r'viewBox="0 0 (\d+) ', picture)
    assert width
    assert int(width[1]) <= 900
