"""A build on a Dask cluster writes the same bytes, even if a worker is killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from kv2rdf.errors import ReleaseError
from kv2rdf.pipeline.workers import dask
from tests.conftest import ROOT, build_quietly
from tests.release_digest import digest
from tests.seed_pages import page_numbered

SEED = ROOT / "seeds" / "kamervragen" / "2022Z00634.txt"
CLUSTER = """
import time
from distributed import LocalCluster
if __name__ == "__main__":
    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        pids = [worker.process.pid for worker in cluster.workers.values()]
        print(cluster.scheduler_address, *pids, flush=True)
        time.sleep(600)
"""
BUILD = [sys.executable, "-m", "kv2rdf", "build"]
IN_SMALL_CHUNKS = """
from kv2rdf.cli import cli
from kv2rdf.pipeline import two_passes
from kv2rdf.pipeline.passes import build_clusters
build_clusters.CLUSTERS_PER_CHUNK = 10
two_passes._DOCUMENTS_PER_CHUNK = 40
cli()
"""


@pytest.fixture
def local_cluster(tmp_path: Path) -> Iterator[list[str]]:
    """Yield the address of a scheduler with two worker processes, and the two process ids."""
    script = tmp_path / "local_cluster.py"
    script.write_text(CLUSTER)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, env=environment, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        yield process.stdout.readline().split()
        os.killpg(process.pid, signal.SIGKILL)


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough documents for several small chunks in both passes."""
    folder = tmp_path_factory.mktemp("documents")
    for number in range(1, 101):
        (folder / f"2022Z{number:05}.txt").write_text(page_numbered(number), encoding="utf-8")
    return folder


@pytest.mark.long
@pytest.mark.cluster
def test_a_killed_worker_does_not_change_the_bytes(
    tmp_path: Path, documents: Path, local_cluster: list[str]
) -> None:
    scheduler, victim, _ = local_cluster
    out = tmp_path / "by the cluster"
    options = [str(documents), "--out", str(out), "--scheduler", scheduler]
    command = [sys.executable, "-c", IN_SMALL_CHUNKS, "build", *options]
    with subprocess.Popen(command) as build:
        parts = tmp_path / "by the cluster.d" / ".1.building" / "parts"
        for _ in range(1200):
            if list(parts.glob("cases-*.nq")) or build.poll() is not None:
                break
            time.sleep(0.05)
        assert build.poll() is None, "the build was over before a worker could be killed"
        os.kill(int(victim), signal.SIGKILL)
        assert build.wait() == 0
    build_quietly(tmp_path / "alone", documents, workers=2)
    assert digest(out.resolve()) == digest((tmp_path / "alone").resolve())


@pytest.mark.long
@pytest.mark.cluster
def test_a_scheduler_that_cannot_be_reached_is_reported_in_one_line(tmp_path: Path) -> None:
    options = [str(SEED), "--out", str(tmp_path / "release"), "--scheduler", "tcp://127.0.0.1:9"]
    process = subprocess.run([*BUILD, *options], capture_output=True, text=True, check=False)
    assert process.returncode == 2
    assert "tcp://127.0.0.1:9" in process.stderr.splitlines()[-1]
    assert not (tmp_path / "release").exists()


def test_without_dask_the_error_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ReleaseError, match=r"kv2rdf\[cluster\]"):
        list(dask.map_on_dask(len, [[1]], "tcp://127.0.0.1:9"))
