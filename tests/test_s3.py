"""S3 as it is: a server of its own, reached over HTTP, and a network that can be lost."""

import os
import re
import subprocess
import sys
import tarfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from click.testing import CliRunner, Result

from kv2rdf.cli import cli
from kv2rdf.release import manifest
from tests.conftest import ROOT, build_quietly
from tests.network import lost_after
from tests.pipeline.test_build import digest

pytestmark = pytest.mark.remote

SEED = ROOT / "seeds" / "kamervragen"
GOLDEN = sorted((ROOT / "tests" / "golden").glob("*/KVR*.xml"))[:4]
CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "mine",
    "AWS_SECRET_ACCESS_KEY": "secret",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_MAX_ATTEMPTS": "1",
    "AWS_EC2_METADATA_DISABLED": "true",
}

KEY = {"Authorization": "AWS4-HMAC-SHA256 Credential=mine/20260101/us-east-1/s3/aws4_request"}


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of an S3 server with an empty bucket, ``bucket``."""
    command = [sys.executable, "-m", "moto.server", "--host", "127.0.0.1", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        shown = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        address = next(found.group() for found in shown if found)
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield address
        process.kill()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new bucket, ``kamervragen``, that the environment has the key to."""
    for key, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": server}.items():
        monkeypatch.setenv(key, value)
    requests.post(f"{server}/moto-api/reset", timeout=10).raise_for_status()
    address = f"{server}/kamervragen"
    requests.put(address, headers=KEY, timeout=10).raise_for_status()
    return address


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(word) for word in words])


def at_another(endpoint: str, *words: str | Path, **environment: str) -> tuple[int, str]:
    """Run a command in a process of its own; give its exit status and what it says of it."""
    ended = subprocess.run(
        [sys.executable, "-m", "kv2rdf", *map(str, words)],
        env={**os.environ, "AWS_ENDPOINT_URL": endpoint, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return ended.returncode, ended.stderr


def put(bucket: str, key: str, content: bytes) -> None:
    requests.put(f"{bucket}/{key}", data=content, headers=KEY, timeout=10).raise_for_status()


def got(bucket: str, key: str) -> bytes:
    answer = requests.get(f"{bucket}/{key}", headers=KEY, timeout=10)
    answer.raise_for_status()
    return answer.content


def let_all_read(bucket: str, key: str) -> None:
    for_all = {**KEY, "x-amz-acl": "public-read"}
    requests.put(f"{bucket}/{key}?acl", headers=for_all, timeout=10).raise_for_status()


def keys(bucket: str) -> list[str]:
    return re.findall("<Key>(.*?)</Key>", got(bucket, "").decode())


def test_loose_files_and_an_archive_in_a_bucket_give_the_release_of_the_same_files_here(
    tmp_path: Path, bucket: str
) -> None:
    with tarfile.open(tmp_path / "all.tar.xz", "w:xz") as archive:
        for path in [SEED / "2022Z00634.txt", *GOLDEN]:
            put(bucket, f"kvr/{path.parent.name}/{path.name}", path.read_bytes())
            archive.add(path, path.name)
    put(bucket, "kvr/", b"")  # so some mark a folder
    put(bucket, "kvr/.hidden.xml", b"<kvr>")
    put(bucket, "kvr2/other.xml", b"<kvr>")
    put(bucket, "all.tar.xz", (tmp_path / "all.tar.xz").read_bytes())
    build_quietly(tmp_path / "here", SEED, *GOLDEN)
    here = digest((tmp_path / "here").resolve())
    let_all_read(bucket, "all.tar.xz")
    for name, url in {
        "loose": "s3://kamervragen/kvr/",
        "archive": "s3://kamervragen/all.tar.xz",
        "web": f"{bucket}/all.tar.xz?X-Amz-Signature=secret",
    }.items():
        assert run("build", url, "--out", tmp_path / name).exit_code == 0
        assert digest((tmp_path / name).resolve()) == here, name
    again = run("build", "s3://kamervragen/kvr/", SEED, "--out", tmp_path / "archive")
    assert "upon the release before: 0 documents read" in again.stderr


def test_a_release_is_built_uploaded_verified_and_followed_by_the_next(
    tmp_path: Path, bucket: str
) -> None:
    out, to = tmp_path / "release", "s3://kamervragen/all of them"
    names = []
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        ended = run("build", SEED, "--out", out, "--now", day, "--to", to)
        assert ended.exit_code == 0, ended.stderr
        names.append(manifest.file_sha256(out / manifest.NAME)[:16])
        assert f"{to}/{names[-1]}: 9 files, 9 of them sent" in ended.stdout
    assert got(bucket, "all of them/current").decode() == f"{names[2]}\n"
    assert {key.split("/")[1] for key in keys(bucket)} == {"current", names[1], names[2]}
    for name, sha256 in digest(out.resolve()).items():
        assert got(bucket, f"all of them/{names[2]}/{name}") == (out / name).read_bytes(), sha256
    assert run("verify", to).stdout == f"{to}: is as it was published\n"
    assert "0 of them sent" in run("upload", to, "--release", out).stdout
    dump = bytearray((out / "kamervragen.nq.gz").read_bytes())
    dump[len(dump) // 2] ^= 1
    put(bucket, f"all of them/{names[2]}/kamervragen.nq.gz", bytes(dump))
    spoilt = run("verify", to)
    assert spoilt.exit_code == 1
    assert spoilt.stdout == "kamervragen.nq.gz: is not the file that was published (sha256)\n"


def test_an_upload_that_loses_the_network_is_taken_up_again(
    tmp_path: Path, bucket: str, server: str
) -> None:
    out, to = tmp_path / "release", "s3://kamervragen/out"
    run("build", SEED, "--out", out, "--to", to)
    old = got(bucket, "out/current")
    words = ("build", SEED, "--out", out, "--now", "2026-01-02", "--to", to)
    with lost_after(3, b"PUT /", server) as endpoint:
        status, stderr = at_another(endpoint, *words)
    _, line = stderr.splitlines()  # first what was made
    assert status == 2
    assert re.match(r"Error: s3://kamervragen/out/\w{16}: .*; .* stands: kv2rdf upload goes", line)
    assert got(bucket, "out/current") == old
    assert run("verify", to).exit_code == 0
    new = manifest.file_sha256(out / manifest.NAME)[:16]
    sent = [key for key in keys(bucket) if new in key]
    assert 1 <= len(sent) <= 3
    ended = run("upload", to, "--release", out)
    beside = sum(key.endswith(("run.json", "textindex.sqlite")) for key in sent)
    assert f"9 files, {9 - len(sent) + beside} of them sent" in ended.stdout
    assert got(bucket, "out/current").decode() == f"{new}\n"
    assert run("verify", to).exit_code == 0


def test_an_archive_that_cannot_be_read_to_its_end_gives_no_release(
    tmp_path: Path, bucket: str, server: str
) -> None:
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        archive.add(SEED / "2022Z00634.txt", "2022Z00634.txt")
        (tmp_path / "large.pdf").write_bytes(b"%PDF" + bytes(4_000_000))
        archive.add(tmp_path / "large.pdf", "large.pdf")
    put(bucket, "all.tar", (tmp_path / "all.tar").read_bytes())
    words = ("build", "s3://kamervragen/all.tar", "--out", tmp_path / "release")
    with lost_after(2, b"GET /", server) as endpoint:
        status, stderr = at_another(endpoint, *words)
    assert status == 2
    (line,) = stderr.splitlines()
    assert line.startswith("Error: s3://kamervragen/all.tar: ")
    assert not (tmp_path / "release").exists()
    assert at_another(server, *words) == (0, "")


@pytest.mark.parametrize(
    "words",
    [
        ("build", "s3://no-such-bucket/kvr/"),
        ("build", "s3://kamervragen/no-such-file.tar.xz"),
        ("verify", "s3://kamervragen/no-such-release"),
        ("upload", "s3://no-such-bucket/out"),
    ],
    ids=" ".join,
)
def test_what_is_not_there_is_told_in_a_line(
    words: tuple[str, str], tmp_path: Path, bucket: str, seed_release: Path
) -> None:
    release = seed_release if words[0] == "upload" else tmp_path / "release"
    option = {"build": ("--out", release), "upload": ("--release", release)}.get(words[0], ())
    ended = run(*words, *option)
    assert ended.exit_code == 2
    (line,) = ended.stderr.splitlines()
    assert line.startswith(f"Error: {words[1]}")
    assert line.endswith(("is not there", "is no release: no current"))
    assert not (tmp_path / "release").exists()
    assert keys(bucket) == []


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "credentials"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "Could not connect"),
    ],
)
def test_without_a_key_or_a_network_it_is_told_in_a_line(
    environment: dict[str, str], told: str, tmp_path: Path, bucket: str, server: str
) -> None:
    put(bucket, "kvr/2022Z00634.txt", (SEED / "2022Z00634.txt").read_bytes())
    words = ("build", "s3://kamervragen/kvr/", "--out", tmp_path / "release")
    status, stderr = at_another(server, *words, HOME=str(tmp_path), **environment)
    assert status == 2
    (line,) = stderr.splitlines()
    assert line.startswith("Error: s3://kamervragen/kvr/: ")
    assert told in line
    assert not (tmp_path / "release").exists()


def test_over_the_web_a_release_is_verified_and_what_may_not_be_read_is_not_missing(
    bucket: str, seed_release: Path
) -> None:
    run("upload", "s3://kamervragen/out", "--release", seed_release)
    refused = run("verify", f"{bucket}/out")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {bucket}/out/current: 403")
    for key in keys(bucket):
        if not key.endswith("catalogue.ttl"):
            let_all_read(bucket, key)
    refused = run("verify", f"{bucket}/out")
    assert refused.exit_code == 2
    assert "catalogue.ttl: 403" in refused.stderr
    (private,) = (key for key in keys(bucket) if key.endswith("catalogue.ttl"))
    refused = run("build", f"{bucket}/{private}?token=secret")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {bucket}/{private}: 403")
    assert "secret" not in refused.stderr
    let_all_read(bucket, private)
    assert run("verify", f"{bucket}/out").exit_code == 0
