"""The refusal of command-line arguments that are not UTF-8."""

import os
import re
from typing import Any

import click

_UNDECODED = re.compile("[\ud800-\udfff]")


class _Text(click.types.StringParamType):
    """The type of arguments that must be UTF-8. File names have a different type."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return an argument as text. Raises BadParameter if it is not UTF-8."""
        text = super().convert(value, param, ctx)
        try:  # This also works if the locale has another encoding or none.
            return os.fsencode(text).decode() if _UNDECODED.search(text) else text
        except UnicodeError:
            self.fail(f"{text} is not UTF-8", param, ctx)


def refuse_undecodable_words(command: click.Command) -> None:
    """Make a command refuse arguments that are not UTF-8, except file names."""
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = _Text()
