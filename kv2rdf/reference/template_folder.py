"""The environment in which templates of HTML pages are rendered."""

import re
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

_SPECIAL = re.compile(r"[&<>'\"]")


@cache
def template_folder(folder: Path) -> Environment:
    """Return the environment for the templates in a folder.

    Values are escaped, and missing values raise errors.
    """
    return page_environment(FileSystemLoader(folder))


def page_environment(loader: BaseLoader) -> Environment:
    """Return an environment with the settings of ``template_folder``, but with another loader."""
    return _Templates(
        loader=loader,
        auto_reload=False,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )


def safe_html(value: object) -> str:
    """Return a value as HTML. ``Markup`` is returned unchanged.

    The result is equal to that of ``markupsafe.escape``, which takes longer, because it creates
    ``Markup`` from ``Markup`` and from texts without special characters.
    """
    if isinstance(value, Markup):
        return value
    if type(value) is str and not _SPECIAL.search(value):
        return value
    return escape(value)


class _Generator(CodeGenerator):
    """A compiler that makes templates call ``safe_html`` instead of ``markupsafe.escape``."""

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: "CodeGenerator._FinalizeInfo"
    ) -> None:
        if frame.eval_ctx.autoescape and not frame.eval_ctx.volatile and finalize.src is None:
            self.write("environment.safe_html(")
        else:
            super()._output_child_pre(node, frame, finalize)


class _Templates(Environment):
    code_generator_class = _Generator
    safe_html = staticmethod(safe_html)
