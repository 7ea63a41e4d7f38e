"""The environment in which templates of pages are rendered."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined


@cache
def template_folder(folder: Path) -> Environment:
    """Return the environment for the templates in a folder.

    Values are escaped, and missing values raise errors.
    """
    return Environment(
        loader=FileSystemLoader(folder),
        auto_reload=False,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
