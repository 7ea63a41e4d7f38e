"""Completion in real shells: each line of docs/cli.md is tried in the start-up file that it names.

A shell with that start-up file runs in a terminal, in which the test presses Tab.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

import pytest

from kv2rdf.query import named_queries
from tests.conftest import ROOT

ROW = re.compile(r"^\| (\w+) \| `~/([^`]+)` \| `([^`]+)` \|$", re.MULTILINE)
LINES = {
    shell: (file, line.replace(r"\|", "|"))
    for shell, file, line in ROW.findall((ROOT / "docs" / "cli.md").read_text(encoding="utf-8"))
}
PROMPT = "ready>"
SET_PROMPT = {
    "bash": f"PS1='{PROMPT} '",
    "zsh": f"PS1='{PROMPT} '",
    "fish": f"function fish_prompt; echo '{PROMPT} '; end",
}
ESCAPE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[()][A-Z0-9]|\][^\x07]*\x07|.)")
SECONDS = 60
TAKE_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
"""A shell is interactive only if it controls its terminal."""

shells = pytest.mark.parametrize(
    "shell", [pytest.param(shell, marks=pytest.mark.shells(shell)) for shell in LINES]
)


class Terminal:
    """A terminal in which a shell runs."""

    def __init__(self, keyboard: int) -> None:
        self._keyboard = keyboard
        self._written = ""

    def press(self, keys: str) -> None:
        os.write(self._keyboard, keys.encode())

    def text_when(self, pattern: str) -> str:
        """Return all text since the last call, once it has a match of the pattern."""
        end = monotonic() + SECONDS
        while not re.search(pattern, text := ESCAPE.sub("", self._written), re.DOTALL):
            ready, _, _ = select.select([self._keyboard], [], [], max(0, end - monotonic()))
            assert ready, f"no {pattern!r} in {text!r}"
            self._written += os.read(self._keyboard, 65_536).decode(errors="replace")
        self._written = ""
        return text


@contextmanager
def opened_terminal(shell: str, home: Path) -> Iterator[Terminal]:
    """Run a shell that has the documented line in its start-up file, until it shows its prompt."""
    name, line = LINES[shell]
    start_up = home / name
    start_up.parent.mkdir(parents=True, exist_ok=True)
    start_up.write_text(f"{line}\n{SET_PROMPT[shell]}\n", encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    environment = {"HOME": str(home), "PATH": path, "TERM": "xterm", "LC_ALL": "C.UTF-8"}
    if "PYTHONPATH" in os.environ:
        environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
    keyboard, screen = pty.openpty()
    fcntl.ioctl(screen, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 200, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-c", TAKE_TERMINAL, shell, "-i"],
        stdin=screen,
        stdout=screen,
        stderr=screen,
        env=environment,
        cwd=home,
        start_new_session=True,
    )
    try:
        terminal = Terminal(keyboard)
        greeting = terminal.text_when(PROMPT)
        assert "not found" not in greeting
        yield terminal
    finally:
        process.kill()
        process.wait()
        os.close(keyboard)
        os.close(screen)


def test_every_line_of_the_page_is_tried() -> None:
    assert list(LINES) == list(SET_PROMPT)


@pytest.mark.parametrize(
    "shell",
    [
        pytest.param(
            shell, marks=[pytest.mark.shells(shell), *([pytest.mark.long] * (shell != "bash"))]
        )
        for shell in LINES
    ],
)
def test_tab_completes_commands(shell: str, tmp_path: Path) -> None:
    with opened_terminal(shell, tmp_path) as terminal:
        terminal.press("kv2rdf que\t\t\t")
        text = terminal.text_when(r"\bquery\b.*\bqueries\b|\bqueries\b.*\bquery\b")
        assert "verify" not in text


@pytest.mark.long
@shells
def test_tab_completes_names_of_queries(shell: str, tmp_path: Path) -> None:
    names = {query.name for query in named_queries.all_queries()}
    offered = {name for name in names if name.startswith("question")}
    assert len(offered) > 1
    ends = {name: name.removeprefix("question") for name in names}  # fish shows "…uestions-cited"
    with opened_terminal(shell, tmp_path) as terminal:
        terminal.press("kv2rdf query --name question\t\t\t")
        text = terminal.text_when("".join(f"(?=.*{ends[name]})" for name in offered))
        assert {name for name in names if ends[name] in text} == offered
