"""The text of a query, from the command line, a file or standard input."""

import codecs
import stat
import sys
from pathlib import Path

from kv2rdf.cli.named_pipe import read_named_pipe
from kv2rdf.errors import QueryError
from kv2rdf.query import named_queries

_STDIN = "-"
_OTHER_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_BYTE_ORDER_MARK = "\ufeff"
_FILE_ENDINGS = (".rq", ".sparql")


def query_text(word: str | None, file: Path | None) -> str:
    """Return the text of a query from an argument of the command line, or from a file.

    If either of them is ``-``, standard input is read. Raises QueryError if the text is empty or is
    not in UTF-8, if ``file`` is not a file or a pipe, or if ``word`` is the name of a file or a
    named query.
    """
    if word == _STDIN or (file is not None and str(file) == _STDIN):
        return _decoded(sys.stdin.buffer.read(), "standard input")
    if file is not None:
        return _decoded(_content(file), str(file))
    text = (word or "").removeprefix(_BYTE_ORDER_MARK)
    _check_is_query(text)
    return text


def _content(file: Path) -> bytes:
    """Return the bytes of a file or a named pipe, such as ``<(command)`` in bash."""
    mode = file.stat().st_mode
    if stat.S_ISFIFO(mode):
        return read_named_pipe(file)
    if not stat.S_ISREG(mode):
        raise QueryError(f"{file} is not a file or a pipe; to read standard input, use -")
    return file.read_bytes()


def _decoded(content: bytes, name: str) -> str:
    if content.startswith(_OTHER_MARKS):
        raise QueryError(f"{name} is not UTF-8 but UTF-16: save it as UTF-8")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"{name} is not UTF-8") from error
    if not text.strip():
        raise QueryError(f"{name} is empty")
    return text


def _check_is_query(word: str) -> None:
    """Raise QueryError if an argument is empty, or is the name of a file or a named query."""
    if not word.strip():
        raise QueryError("the query is empty")
    if len(word.split()) > 1 or "{" in word:
        return
    if word.endswith(_FILE_ENDINGS):
        raise QueryError(f"{word} is not a query; to read it from a file, use --file {word}")
    if any(query.name == word for query in named_queries.all_queries()):
        raise QueryError(f"{word} is not a query; to run the named query, use --name {word}")
    if Path(word).exists():
        raise QueryError(f"{word} is not a query; to read it from a file, use --file {word}")
