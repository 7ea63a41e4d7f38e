"""N-Quads as read by the audit, compared with pyoxigraph."""

import gzip
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kv2rdf.audit.dump.nquads import Quad, parse_quad, read_quads
from kv2rdf.errors import ReleaseError
from tests.every_case import every_case

S, P, G = "https://example.org/s", "https://example.org/p", "https://example.org/g"
XSD = "http://www.w3.org/2001/XMLSchema#"
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
NODES = st.text("abcé/~-.?=", max_size=8).map(lambda end: ox.NamedNode(f"{S}{end}"))
VALUES = st.one_of(
    NODES,
    WORDS.map(ox.Literal),
    WORDS.map(lambda words: ox.Literal(words, language="nl")),
    WORDS.map(lambda words: ox.Literal(words, datatype=ox.NamedNode(f"{XSD}token"))),
    st.integers().map(ox.Literal),
)
ESCAPED = st.lists(
    st.one_of(
        st.sampled_from([r"\t", r"\b", r"\n", r"\r", r"\f", r"\"", r"\'", r"\\"]),
        st.integers(0, 0xD7FF).map(lambda code: f"\\u{code:04x}"),
        st.integers(0x10000, 0x10FFFF).map(lambda code: f"\\U{code:08X}"),
        st.sampled_from("abcé€ '<>@^."),
    )
).map("".join)


def pyoxigraph_quad(line: str) -> ox.Quad:
    (found,) = ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS)
    assert isinstance(found, ox.Quad)
    return found


@given(NODES, VALUES)
def test_quads_written_by_pyoxigraph_are_read(subject: ox.NamedNode, value: ox.Literal) -> None:
    line = f"{ox.Quad(subject, ox.NamedNode(P), value, ox.NamedNode(G))} .\n"
    literal = isinstance(value, ox.Literal)
    assert parse_quad(line) == Quad(subject.value, P, value.value, is_literal=literal)


@given(ESCAPED)
def test_every_escape_is_read_as_pyoxigraph_reads_it(written: str) -> None:
    line = f'<{S}> <{P}> "{written}"@nl-NL <{G}> .'
    expected = pyoxigraph_quad(line).object
    assert isinstance(expected, ox.Literal)
    assert parse_quad(line) == Quad(S, P, expected.value, is_literal=True)


@every_case(
    "line",
    [
        f'<{S}><{P}>"words"<{G}>.',
        f'\t<{S}>  <{P}>\t"words"^^<{XSD}string> . # why not',
        f'_:a <{P}> "words" _:g .',
        f'<{S}\\u0061> <{P}> "words" .\r\n',
    ],
)
def test_any_spacing_comment_or_graph_name_is_read(line: str) -> None:
    expected = pyoxigraph_quad(line)
    read = parse_quad(line)
    assert read is not None
    assert read.value == "words"
    if isinstance(expected.subject, ox.NamedNode):
        assert read.subject == expected.subject.value


@every_case(
    "value", [f"<{G}>", '""', '"één"', '"a > b . <c>"', '"1"^^<x:y>', '"een"@nl', '"one"@en-GB']
)
def test_the_usual_form_of_a_line_has_the_same_quad_as_any_other_form(value: str) -> None:
    line = f"<{S}> <{P}> {value} <{G}> .\n"
    assert parse_quad(line) == parse_quad(line.replace("> <", ">\t<", 1)) is not None


@pytest.mark.parametrize("line", ["", "\n", "  # a comment\n"])
def test_an_empty_line_has_no_quad(line: str) -> None:
    assert parse_quad(line) is None


@every_case(
    "line",
    [
        f'<{S}> <{P}> "words" <{G}>',
        f'<{S}> <{P}> "wor"ds" <{G}> .',
        f'<{S}> <{P}> "wo\\qrds" <{G}> .',
        f'<{S}> "{P}" "words" <{G}> .',
        f"<{S}> <{P}> .",
    ],
)
def test_an_invalid_line_is_an_error_for_both_parsers(line: str) -> None:
    with pytest.raises(SyntaxError):
        pyoxigraph_quad(line)
    with pytest.raises(ValueError, match=r"not valid N-Quads|unknown escape"):
        parse_quad(line)


def test_a_dump_of_several_gzip_members_is_read_as_a_whole(tmp_path: Path) -> None:
    dump = tmp_path / "dump.nq.gz"
    one, other = (f'<{S}> <{P}> "{words}" <{G}> .\n'.encode() for words in ("één", "twee"))
    dump.write_bytes(gzip.compress(one) + gzip.compress(other))
    assert [quad.value for quad in read_quads(dump)] == ["één", "twee"]


@pytest.mark.parametrize("broken", ["cut off", "not gzip", "not N-Quads"])
def test_a_dump_that_cannot_be_read_as_a_whole_is_an_error(tmp_path: Path, broken: str) -> None:
    dump = tmp_path / "dump.nq.gz"
    packed = gzip.compress(f'<{S}> <{P}> "words" <{G}> .\n'.encode())
    dump.write_bytes(
        {
            "cut off": packed[:-9],
            "not gzip": b"words",
            "not N-Quads": packed + gzip.compress(b"words\n"),
        }[broken]
    )
    with pytest.raises(ReleaseError, match="line 2" if broken == "not N-Quads" else "cannot be"):
        list(read_quads(dump))
