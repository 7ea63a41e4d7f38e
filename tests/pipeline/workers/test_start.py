"""A worker starts quickly, because it loads only what its work needs."""

import subprocess
import sys

MODULES = ["pipeline.workers.processes", "pipeline.dumps.load", "release.dumps.packing"]


def test_a_worker_that_writes_dumps_loads_no_reader_and_no_shapes() -> None:
    imports = ", ".join(f"kv2rdf.{module}" for module in MODULES)
    code = f"import sys, {imports}; print(*sys.modules, sep=chr(10))"
    process = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert not set(process.stdout.splitlines()) & {"rdflib", "pyshacl", "lxml", "click"}
