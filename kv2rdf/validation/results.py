"""The results of a validation, in a form that does not depend on the engine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node


class Severity(StrEnum):
    """The severity of a result. Violations prevent publication. Other results are only reported."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class ShapeResult:
    """One validation result (``sh:ValidationResult``), with the English message of its shape.

    ``focus``, ``path``, ``value`` and ``shape`` are addresses or literals as text, or "" if
    missing. ``component`` is the local name of the constraint component.
    """

    severity: Severity
    focus: str
    path: str
    value: str
    component: str
    shape: str
    message: str

    @property
    def comparison_key(self) -> tuple[str, str, str, str, str, str]:
        """Everything except the message, which may differ between engines."""
        return self.severity, self.focus, self.path, self.value, self.component, self.shape

    def __str__(self) -> str:
        """Return a readable line with the severity, focus node, property, value and message."""
        where = f"{self.focus} {_local(self.path)}".rstrip()
        value = f" ({self.value[:80]})" if self.value else ""
        return f"{self.severity}: {where}{value}: {self.message}"


def violations(results: Iterable[ShapeResult]) -> list[ShapeResult]:
    """Return the results that prevent a cluster from being published."""
    return [result for result in results if result.severity is Severity.VIOLATION]


def warning_counts(results: Iterable[ShapeResult]) -> Mapping[str, int]:
    """Return the number of results other than violations, by the local name of their shape."""
    counts: dict[str, int] = {}
    for result in results:
        if result.severity is not Severity.VIOLATION:
            shape = result.shape.rpartition("#")[2]
            counts[shape] = counts.get(shape, 0) + 1
    return counts


def shape_results(report: Graph, shapes: Graph) -> tuple[ShapeResult, ...]:
    """Return the sorted results in the validation report of an engine.

    Their messages come from ``shapes``.
    """
    found = [_result(report, shapes, r) for r in report.subjects(RDF.type, SH.ValidationResult)]
    return tuple(sorted(found))


def _result(report: Graph, shapes: Graph, result: Node) -> ShapeResult:
    shape = report.value(result, SH.sourceShape)
    constraint = report.value(result, SH.sourceConstraint)
    return ShapeResult(
        severity=Severity(_local(str(report.value(result, SH.resultSeverity)))),
        focus=str(report.value(result, SH.focusNode)),
        path=_path(report, report.value(result, SH.resultPath)),
        value=str(report.value(result, SH.value) or ""),
        component=_local(str(report.value(result, SH.sourceConstraintComponent))),
        shape=str(shape) if isinstance(shape, URIRef) else "",
        message=_message(shapes, constraint) or _message(shapes, shape) or "",
    )


def _path(report: Graph, path: Node | None) -> str:
    """Return the property of a path as text, or "" if there is no path.

    If the path has several steps, return its properties in alphabetical order, separated by spaces.
    """
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return str(path)
    steps = sorted(str(o) for o in report.transitive_objects(path, None) if isinstance(o, URIRef))
    return " ".join(step for step in steps if step != str(RDF.nil))


def _message(shapes: Graph, shape: Node | None) -> str | None:
    messages = shapes.objects(shape, SH.message) if shape is not None else iter(())
    return next((str(m) for m in messages if getattr(m, "language", None) == "en"), None)


def _local(address: str) -> str:
    return address.rpartition("#")[2] or address
