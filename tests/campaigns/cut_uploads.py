"""A campaign: cut off uploads to S3 at random requests, and see what readers find.

    python -m tests.campaigns.cut_uploads 20 20261128

The arguments are the number of uploads and the seed. The server is moto's, on this machine. After
each upload, ``current`` must name the old release or the new one, and that release must be whole.
Then the upload is continued, and must be complete. One line for each fault, then the counts; the
exit status is 1 if there was a fault.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from unittest import mock

import requests

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
    """Cut off one upload and continue it; yield a message for each fault."""
    status, stderr = 0, ""
    with (
        suppress(AssertionError),  # the upload was over before
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


def main(arguments: Sequence[str]) -> int:
    """Run the campaign, and return 1 if there was a fault, else 0."""
    parser = argparse.ArgumentParser(description="Cut off uploads, and see what readers find.")
    parser.add_argument("count", type=int, help="how many uploads")
    parser.add_argument("seed", type=int, help="the seed of the draw")
    options = parser.parse_args(arguments)
    draw = random.Random(options.seed)
    counts: Counter[str] = Counter()
    faults = 0
    sys.stdout.write(f"seed {options.seed}\n")
    command = [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", "0"]
    with (
        tempfile.TemporaryDirectory(prefix="cut-uploads-") as folder,
        mock.patch.dict(os.environ, CREDENTIALS),
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process,
    ):
        assert process.stderr is not None
        matches = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        server = next(found.group() for found in matches if found)
        requests.put(f"{server}/bucket", headers=KEY, timeout=10).raise_for_status()
        out = Path(folder) / "release"
        build_quietly(out, _SEED)
        assert run_in_process(server, "upload", out, "--to", _TO)[0] == 0
        for number in range(options.count):
            build_quietly(out, _SEED, *draw.sample(_GOLDEN, 2))
            for fault in one_upload(out, server, draw, counts):
                faults += 1
                sys.stdout.write(f"upload {number}: {fault}\n")
                sys.stdout.flush()
        process.kill()
    made = ", ".join(f"{number} {name}" for name, number in sorted(counts.items()))
    sys.stdout.write(f"{options.count} uploads: {made}; {faults} faults\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
