"""Mutants of a module: small changes of a number, a comparison, a word or a returned tuple."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

_SWAPPED = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "and": "or", "or": "and",
}  # fmt: skip
_SIGNS = {"+": "-", "-": "+"}
_LIMIT = re.compile(r"(?<!\{)\{(\d*)(?:,(\d*))?\}(?!\})")
_LIMIT_IN_F_STRING = re.compile(r"\{\{(\d*)(?:,(\d*))?\}\}")
_F_STRING = re.compile(r"[rR]?[fF]")
_RANGE = re.compile(r"\[([01])-9")
_BEGINNING = tokenize.TokenInfo(tokenize.ENCODING, "", (0, 0), (0, 0), "")
_OPENS_STATEMENT = {tokenize.ENCODING, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Mutant:
    """One change of a module: ``old``, which begins at ``start``, becomes ``new``."""

    start: int
    old: str
    new: str

    def applied_to(self, source: str) -> str:
        """Return the source with the change."""
        return source[: self.start] + self.new + source[self.start + len(self.old) :]


def mutants(source: str) -> list[Mutant]:
    """Return all mutants of a module, in the order of the text.

    A number, or a limit in a regular expression, is changed by one step up and one step down. A
    comparison, ``and``, ``or`` and the sign before a 1 are swapped with their neighbour. A function
    that returns a tuple of any length returns an empty one.
    """
    found = {*_in_tokens(source), *_empty_tuples(source)}
    return sorted(mutant for mutant in found if _is_python(mutant.applied_to(source)))


def _in_tokens(source: str) -> Iterator[Mutant]:
    offsets = _line_offsets(source)
    tokens = _tokens(source)
    kept = [token for token in tokens if token.type not in {tokenize.COMMENT, tokenize.NL}]
    for before, token in pairwise([_BEGINNING, *kept]):
        start = offsets[token.start[0] - 1] + token.start[1]
        if token.type == tokenize.NUMBER:
            for new in _steps(token.string):
                yield Mutant(start=start, old=token.string, new=new)
            if before.string in _SIGNS and token.string == "1":
                sign = offsets[before.start[0] - 1] + before.start[1]
                yield Mutant(start=sign, old=before.string, new=_SIGNS[before.string])
        elif token.string in _SWAPPED:
            yield Mutant(start=start, old=token.string, new=_SWAPPED[token.string])
        elif token.type == tokenize.STRING and before.type not in _OPENS_STATEMENT:
            yield from _in_string(token.string, start)


def _tokens(source: str) -> Iterator[tokenize.TokenInfo]:
    """Yield the tokens, with an f-string as one token.

    From Python 3.12 on, the tokenizer splits it into several.
    """
    offsets = _line_offsets(source)
    depth = 0
    start = (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        kind = tokenize.tok_name[token.type]
        if kind == "FSTRING_START":
            start = start if depth else token.start
            depth += 1
        elif kind == "FSTRING_END":
            depth -= 1
            first, last = (offsets[line - 1] + column for line, column in (start, token.end))
            if depth == 0:
                string = source[first:last]
                yield token._replace(type=tokenize.STRING, string=string, start=start)
        elif depth == 0:
            yield token


def _in_string(literal: str, start: int) -> Iterator[Mutant]:
    """Yield the mutants of the limits and ranges of digits in a regular expression."""
    limit = _LIMIT_IN_F_STRING if _F_STRING.match(literal) else _LIMIT
    for found in limit.finditer(literal):
        for group in (1, 2):
            if found[group]:
                for new in _steps(found[group]):
                    yield Mutant(start=start + found.start(group), old=found[group], new=new)
    for found in _RANGE.finditer(literal):
        yield Mutant(start=start + found.start(1), old=found[1], new="10"[int(found[1])])


def _steps(number: str) -> Iterator[str]:
    """Yield a number one step up and one step down.

    A step is one unit of its last printed digit.
    """
    if "." in number:
        value = Decimal(number)
        step = Decimal(1).scaleb(int(value.as_tuple().exponent))
        yield from (str(value + step), str(value - step))
        return
    whole = int(number, 0)
    yield str(whole + 1)
    if whole > 0:
        yield str(whole - 1)


def _empty_tuples(source: str) -> Iterator[Mutant]:
    """Yield, for each value that a function returns as ``tuple[…, ...]``, the empty tuple."""
    for function in ast.walk(ast.parse(source)):
        if not isinstance(function, ast.FunctionDef) or function.returns is None:
            continue
        if not re.fullmatch(r"tuple\[.*, \.\.\.\]", ast.unparse(function.returns)):
            continue
        for node in ast.walk(function):
            if isinstance(node, ast.Return) and node.value is not None:
                old = ast.get_source_segment(source, node.value)
                if old and old != "()":
                    yield Mutant(start=_offset(source, node.value), old=old, new="()")


def _offset(source: str, node: ast.expr) -> int:
    """Return the offset of a node in characters; Python counts the columns in bytes."""
    line = source.splitlines(keepends=True)[node.lineno - 1]
    column = len(line.encode()[: node.col_offset].decode())
    return _line_offsets(source)[node.lineno - 1] + column


def _line_offsets(source: str) -> list[int]:
    offsets = [0]
    for line in source.splitlines(keepends=True):
        offsets.append(offsets[-1] + len(line))
    return offsets


def _is_python(source: str) -> bool:
    try:
        compile(source, "mutant", "exec")
    except SyntaxError:
        return False
    return True
