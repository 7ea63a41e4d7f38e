"""docs/cli.md, made from the help of the commands. ``make generated`` writes it."""

import click

from kv2rdf.cli import COMMANDS, cli

WIDTH = 96
HEAD = """\
# The command line

This page is generated from the help of the commands.

Commands that process a whole release take it as the argument RELEASE. Commands that query or
search a release have the option `--release` instead, whose default is `output/release`. Results go
to standard output; notes, progress and errors go to standard error. With the option `-q`, which
every command has, no notes or progress messages are written.

Data (CSV, JSON, Turtle, and the text of a query) is always written in UTF-8. Tables and other lines
for people are written in the encoding of the terminal. In such lines, control characters, and
characters that the encoding cannot represent, are written as escapes such as `\\u015f`. Text on the
command line must be UTF-8, but file names may contain any bytes. If an error message has more than
600 characters, its middle is left out.

| exit status | meaning |
|---|---|
| 0 | the command did what was asked |
| 1 | the command did what was asked, but found a problem or nothing; its help explains when |
| 2 | the command could not do what was asked; a line on standard error says why |
| 130 | the command was interrupted (Ctrl-C) |
| 129, 143 | the command was ended by SIGHUP or SIGTERM |
| 141 | the program that reads the output has ended, as in `kv2rdf queries \\| head -1` |

If writing to standard output fails, for example because the disk is full, the status is 2.
Whatever the command had already done is kept: a release that was built is published.

## Completion

The shell can complete commands, options and the names of queries. Add one line to the start-up file
of your shell. Bash must be 4.4 or newer.

| shell | file | line |
|---|---|---|
| bash | `~/.bashrc` | `eval "$(_KV2RDF_COMPLETE=bash_source kv2rdf)"` |
| zsh | `~/.zshrc` | `autoload -Uz compinit && compinit; \
eval "$(_KV2RDF_COMPLETE=zsh_source kv2rdf)"` |
| fish | `~/.config/fish/config.fish` | `_KV2RDF_COMPLETE=fish_source kv2rdf \\| source` |
"""


def help_page() -> str:
    """Return the text of the page."""
    settings = dict(cli.context_settings) | {"max_content_width": WIDTH, "terminal_width": WIDTH}
    root = click.Context(cli, info_name="kv2rdf", **settings)
    parts = [HEAD, "## kv2rdf", _block(cli.get_help(root))]
    for name in COMMANDS:
        command = cli.get_command(root, name)
        assert command is not None
        context = click.Context(command, info_name=name, parent=root, **settings)
        parts += [f"## kv2rdf {name}", _block(command.get_help(context))]
        for word, each in command.commands.items() if isinstance(command, click.Group) else ():
            below = click.Context(each, info_name=word, parent=context, **settings)
            parts += [f"### kv2rdf {name} {word}", _block(each.get_help(below))]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _block(text: str) -> str:
    return f"```text\n{text}\n```"
