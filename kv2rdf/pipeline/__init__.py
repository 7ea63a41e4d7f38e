"""Where the stages meet: from documents to a release, in two passes over any number of workers."""

from kv2rdf.pipeline.build import Outcome, Settings, build
from kv2rdf.pipeline.check import checked

__all__ = ["Outcome", "Settings", "build", "checked"]
