"""The audit, which checks that a release contains everything in its sources and nothing else.

It reads the sources and the dump independently, with the standard library only. It shares no code
with the readers, the model, the linking or the writers, so that it cannot repeat their mistakes. An
import contract enforces this.
"""

from kv2rdf.audit.report import as_json, summary_lines
from kv2rdf.audit.results import Audit
from kv2rdf.audit.run import audit_release

__all__ = ["Audit", "as_json", "audit_release", "summary_lines"]
