"""The build of a release from documents, in two passes, on any number of workers."""

from kv2rdf.pipeline.build import build
from kv2rdf.pipeline.case_graphs import graphs
from kv2rdf.pipeline.papers import papers
from kv2rdf.pipeline.settings import BuildResult, Settings
from kv2rdf.pipeline.workers.watchdog import Watchdog

__all__ = ["BuildResult", "Settings", "Watchdog", "build", "graphs", "papers"]
