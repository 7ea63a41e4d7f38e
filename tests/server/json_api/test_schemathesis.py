"""schemathesis sends random requests that the description allows, and some that it forbids.

It does not check that all wrong values are refused, because an empty field counts as missing.
"""

import subprocess
from pathlib import Path

import pytest

from tests.requirements import READERS
from tests.server.clients import running_server

CHECKS = (
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_schema_conformance", "unsupported_method",
)  # fmt: skip


@pytest.mark.long
@pytest.mark.readers("schemathesis")
def test_random_requests_are_answered_as_described(seed_release: Path, tmp_path: Path) -> None:
    program = str(READERS / "bin" / "schemathesis")
    with running_server(seed_release) as (server, _):
        command = [program, "run", f"{server}/api/openapi.json", "--checks", ",".join(CHECKS)]
        options = ["--max-examples", "10", "--seed", "20261129", "--phases", "coverage,fuzzing"]
        result = subprocess.run(
            [*command, *options], capture_output=True, text=True, check=False, cwd=tmp_path
        )
    assert result.returncode == 0, result.stdout[-4000:]
    assert "Test cases:" in result.stdout
