"""The audit: whether every printed word of the sources is in the release, and none besides.

It reads the sources and the dump anew, with the standard library alone, and knows nothing of the
readers, the model, the linking or the writing: what one of those gets wrong cannot be wrong here
in the same way. An import contract holds it to that.
"""

from kv2rdf.audit.report import as_json, lines
from kv2rdf.audit.results import Audit
from kv2rdf.audit.run import audited

__all__ = ["Audit", "as_json", "audited", "lines"]
