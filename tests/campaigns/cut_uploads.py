"""A campaign that interrupts uploads to S3 at random requests, and checks what readers find.

    python -m tests.campaigns.cut_uploads 20 20261128

The arguments are the number of uploads and the seed. The server is moto's, on this machine. After
each upload, ``current`` must name the old release or the new one, and that release must be
complete. The upload is then continued, and must be completed. The program prints one line for each
fault, followed by the counts. The exit status is 1 if there was a fault.
"""

import os
import random
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from unittest import mock

import requests

from tests.campaigns.command import run_campaign
from tests.conftest import ROOT, build_quietly
from tests.network import connection_lost_after
from tests.test_s3 import CREDENTIALS, KEY, run_in_process

_SEED = ROOT / "seeds" / "kamervragen"
_GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))
_TO = "s3://bucket/kamervragen"
_REQUESTS = 30


def one_upload(
    release: Path, server: str, draw: random.Random, counts: Counter[str]
) -> Iterator[str]:
    """Interrupt one upload and continue it. Yield a message for each fault."""
    status, stderr = 0, ""
    with (
        suppress(AssertionError),  # The upload had already ended.
        connection_lost_after(draw.randrange(_REQUESTS), b"", server) as endpoint,
    ):
        status, stderr = run_in_process(endpoint, "upload", release, "--to", _TO)
    counts[f"status {status}"] += 1
    if status not in {0, 2} or len(stderr.splitlines()) != (1 if status else 0):
        yield f"status {status}: {stderr[-300:]}"
    if (found := run_in_process(server, "verify", _TO)) != (0, ""):
        yield f"what readers find is not whole: {found}"
    if (found := run_in_process(server, "upload", release, "--to", _TO)) != (0, ""):
        yield f"the upload cannot be continued: {found}"
    if (found := run_in_process(server, "verify", _TO)) != (0, ""):
        yield f"the new release is not whole: {found}"


def faults(count: int, draw: random.Random, folder: Path, counts: Counter[str]) -> Iterator[str]:
    """Interrupt ``count`` uploads. Yield a message for each fault."""
    command = [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", "0"]
    with (
        mock.patch.dict(os.environ, CREDENTIALS),
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,
    ):
        assert process.stderr is not None
        matches = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        server = next(found.group() for found in matches if found)
        requests.put(f"{server}/bucket", headers=KEY, timeout=10).raise_for_status()
        out = folder / "release"
        build_quietly(out, _SEED)
        assert run_in_process(server, "upload", out, "--to", _TO)[0] == 0
        for number in range(count):
            build_quietly(out, _SEED, *draw.sample(_GOLDEN, 2))
            for fault in one_upload(out, server, draw, counts):
                yield f"upload {number}: {fault}"
        process.kill()


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, or 0 otherwise."""
    return run_campaign(arguments, "Cut off uploads, and see what readers find.", faults)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
