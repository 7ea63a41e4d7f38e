"""What a shape has to say against a statement."""

from dataclasses import dataclass
from enum import StrEnum

from rdflib import RDF, SH, Graph, URIRef
from rdflib.term import Node


class Severity(StrEnum):
    """How bad it is: a Violation is never published, a Warning is counted and shown."""

    VIOLATION = "Violation"
    WARNING = "Warning"
    INFO = "Info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Complaint:
    """One validation result: what two engines must agree on, and the messages for a person."""

    severity: Severity
    focus: str
    path: str
    value: str
    component: str
    shape: str
    message: str

    @property
    def finding(self) -> tuple[str, str, str, str, str, str]:
        """All but the message, in which engines may differ."""
        return self.severity, self.focus, self.path, self.value, self.component, self.shape

    def __str__(self) -> str:
        """Tell a person: where, which property, what to do."""
        where = f"{self.focus} {_local(self.path)}".rstrip()
        value = f" ({self.value[:80]})" if self.value else ""
        return f"{self.severity}: {where}{value}: {self.message}"


def complaints(report: Graph, shapes: Graph) -> tuple[Complaint, ...]:
    """Read the report of any engine, sorted; the English message of the shape tells why."""
    found = [_complaint(report, shapes, r) for r in report.subjects(RDF.type, SH.ValidationResult)]
    return tuple(sorted(found))


def _complaint(report: Graph, shapes: Graph, result: Node) -> Complaint:
    shape = report.value(result, SH.sourceShape)
    constraint = report.value(result, SH.sourceConstraint)
    return Complaint(
        severity=Severity(_local(str(report.value(result, SH.resultSeverity)))),
        focus=str(report.value(result, SH.focusNode)),
        path=_path(report, report.value(result, SH.resultPath)),
        value=str(report.value(result, SH.value) or ""),
        component=_local(str(report.value(result, SH.sourceConstraintComponent))),
        shape=_named(shape),
        message=_message(shapes, constraint) or _message(shapes, shape) or "",
    )


def _path(report: Graph, path: Node | None) -> str:
    """Name a path: its property, or for a path of more steps the properties in it."""
    if path is None:
        return ""
    if isinstance(path, URIRef):
        return str(path)
    steps = sorted(str(o) for o in report.transitive_objects(path, None) if isinstance(o, URIRef))
    return " ".join(step for step in steps if step != str(RDF.nil))


def _message(shapes: Graph, shape: Node | None) -> str | None:
    messages = shapes.objects(shape, SH.message) if shape is not None else iter(())
    return next((str(m) for m in messages if getattr(m, "language", None) == "en"), None)


def _named(shape: Node | None) -> str:
    return str(shape) if isinstance(shape, URIRef) else ""


def _local(address: str) -> str:
    return address.rpartition("#")[2] or address
