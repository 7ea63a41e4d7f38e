"""S3 over HTTP, from a server on this machine, with and without network failures."""

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
from kv2rdf.release.file_hash import file_sha256
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT, build_quietly
from tests.network import connection_lost_after
from tests.release_digest import digest, uploaded_files

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
        matches = (re.search(r"http://127\.0\.0\.1:\d+", line) for line in process.stderr)
        address = next(found.group() for found in matches if found)
        threading.Thread(target=process.stderr.read, daemon=True).start()
        yield address
        process.kill()


@pytest.fixture
def bucket(server: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a new bucket, ``kamervragen``; its key is in the environment."""
    for key, value in {**CREDENTIALS, "AWS_ENDPOINT_URL": server}.items():
        monkeypatch.setenv(key, value)
    requests.post(f"{server}/moto-api/reset", timeout=10).raise_for_status()
    address = f"{server}/kamervragen"
    requests.put(address, headers=KEY, timeout=10).raise_for_status()
    return address


def run_command(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, list(map(str, arguments)))


def run_in_process(endpoint: str, *arguments: str | Path, **environment: str) -> tuple[int, str]:
    """Run a command in another process; return its exit status and its stderr."""
    result = subprocess.run(
        [sys.executable, "-m", "kv2rdf", *map(str, arguments)],
        env={**os.environ, "AWS_ENDPOINT_URL": endpoint, **environment},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    return result.returncode, result.stderr


def put_file(bucket: str, key: str, content: bytes) -> None:
    requests.put(f"{bucket}/{key}", data=content, headers=KEY, timeout=10).raise_for_status()


def get_file(bucket: str, key: str) -> bytes:
    response = requests.get(f"{bucket}/{key}", headers=KEY, timeout=10)
    response.raise_for_status()
    return response.content


def make_public(bucket: str, key: str) -> None:
    headers = {**KEY, "x-amz-acl": "public-read"}
    requests.put(f"{bucket}/{key}?acl", headers=headers, timeout=10).raise_for_status()


def list_keys(bucket: str) -> list[str]:
    return re.findall("<Key>(.*?)</Key>", get_file(bucket, "").decode())


def test_files_and_archives_in_a_bucket_give_the_same_release_as_local_files(
    tmp_path: Path, bucket: str
) -> None:
    with tarfile.open(tmp_path / "all.tar.xz", "w:xz") as archive:
        for path in [SEED / "2022Z00634.txt", *GOLDEN]:
            put_file(bucket, f"kvr/{path.parent.name}/{path.name}", path.read_bytes())
            archive.add(path, path.name)
    put_file(bucket, "kvr/", b"")  # some programs mark a folder this way
    put_file(bucket, "kvr/.hidden.xml", b"<kvr>")
    put_file(bucket, "kvr2/other.xml", b"<kvr>")
    put_file(bucket, "all.tar.xz", (tmp_path / "all.tar.xz").read_bytes())
    build_quietly(tmp_path / "here", SEED, *GOLDEN)
    here = digest(tmp_path / "here")
    make_public(bucket, "all.tar.xz")
    for name, url in {
        "loose": "s3://kamervragen/kvr/",
        "archive": "s3://kamervragen/all.tar.xz",
        "web": f"{bucket}/all.tar.xz?X-Amz-Signature=secret",
    }.items():
        assert run_command("build", url, "--out", tmp_path / name).exit_code == 0
        assert digest((tmp_path / name).resolve()) == here, name
    again = run_command("build", "s3://kamervragen/kvr/", SEED, "--out", tmp_path / "archive")
    assert "based on the previous release: 0 documents read" in again.stderr


def test_a_release_is_built_uploaded_and_verified_three_times(tmp_path: Path, bucket: str) -> None:
    out, to = tmp_path / "release", "s3://kamervragen/all of them"
    names = []
    for day in ("2026-01-01", "2026-01-02", "2026-01-03"):
        result = run_command("build", SEED, "--out", out, "--now", day, "--upload-to", to)
        assert result.exit_code == 0, result.stderr
        names.append(file_sha256(ReleaseFiles(out).manifest)[:16])
        sent = f"{(number := len(uploaded_files(out)))} files, {number} of them sent"
        assert f"{to}/{names[-1]}: {sent}" in result.stdout
    assert get_file(bucket, "all of them/current").decode() == f"{names[2]}\n"
    assert {key.split("/")[1] for key in list_keys(bucket)} == {"current", names[1], names[2]}
    for name, sha256 in digest(out.resolve()).items():
        assert get_file(bucket, f"all of them/{names[2]}/{name}") == (out / name).read_bytes(), (
            sha256
        )
    assert run_command("verify", to).stdout == "OK: all files verified\n"
    assert "0 of them sent" in run_command("upload", out, "--to", to).stdout
    dump = bytearray((out / "kamervragen.nq.gz").read_bytes())
    dump[len(dump) // 2] ^= 1
    put_file(bucket, f"all of them/{names[2]}/kamervragen.nq.gz", bytes(dump))
    result = run_command("verify", to)
    assert result.exit_code == 1
    assert result.stdout == "kamervragen.nq.gz: is not the file that was published (sha256)\n"


def test_an_upload_is_resumed_after_a_lost_connection(
    tmp_path: Path, bucket: str, server: str
) -> None:
    out, to = tmp_path / "release", "s3://kamervragen/out"
    run_command("build", SEED, "--out", out, "--upload-to", to)
    old = get_file(bucket, "out/current")
    arguments = ("build", SEED, "--out", out, "--now", "2026-01-02", "--upload-to", to)
    with connection_lost_after(3, b"PUT /", server) as endpoint:
        status, stderr = run_in_process(endpoint, *arguments)
    _, line = stderr.splitlines()  # the first line is about the build
    assert status == 2
    assert re.match(r"Error: s3://kamervragen/out/\w{16}: .*; .* is complete: continue with", line)
    assert get_file(bucket, "out/current") == old
    assert run_command("verify", to).exit_code == 0
    new = file_sha256(ReleaseFiles(out).manifest)[:16]
    sent = [key for key in list_keys(bucket) if new in key]
    assert 1 <= len(sent) <= 3
    result = run_command("upload", out, "--to", to)
    sent_again = sum(key.endswith(("run.json", "textindex.sqlite")) for key in sent)
    assert f", {len(uploaded_files(out)) - len(sent) + sent_again} of them sent" in result.stdout
    assert get_file(bucket, "out/current").decode() == f"{new}\n"
    assert run_command("verify", to).exit_code == 0


def test_an_archive_that_cannot_be_read_to_its_end_is_an_error(
    tmp_path: Path, bucket: str, server: str
) -> None:
    with tarfile.open(tmp_path / "all.tar", "w") as archive:
        archive.add(SEED / "2022Z00634.txt", "2022Z00634.txt")
        (tmp_path / "large.pdf").write_bytes(b"%PDF" + bytes(4_000_000))
        archive.add(tmp_path / "large.pdf", "large.pdf")
    put_file(bucket, "all.tar", (tmp_path / "all.tar").read_bytes())
    arguments = ("build", "s3://kamervragen/all.tar", "--out", tmp_path / "release")
    with connection_lost_after(2, b"GET /", server) as endpoint:
        status, stderr = run_in_process(endpoint, *arguments)
    assert status == 2
    (line,) = stderr.splitlines()
    assert line.startswith("Error: s3://kamervragen/all.tar: ")
    assert not (tmp_path / "release").exists()
    assert run_in_process(server, *arguments) == (0, "")


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "s3://no-such-bucket/kvr/"),
        ("build", "s3://kamervragen/no-such-file.tar.xz"),
        ("verify", "s3://kamervragen/no-such-release"),
        ("upload", "s3://no-such-bucket/out"),
    ],
    ids=" ".join,
)
def test_a_missing_source_or_release_is_an_error_of_one_line(
    arguments: tuple[str, str], tmp_path: Path, bucket: str, seed_release: Path
) -> None:
    command, url = arguments
    others = {"build": (url, "--out", tmp_path / "release"), "upload": (seed_release, "--to", url)}
    result = run_command(command, *others.get(command, (url,)))
    assert result.exit_code == 2
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"Error: {url}")
    assert line.endswith(("is not there", "it has no file current"))
    assert not (tmp_path / "release").exists()
    assert list_keys(bucket) == []


@pytest.mark.parametrize(
    ("environment", "reason"),
    [
        ({"AWS_ACCESS_KEY_ID": "", "AWS_SECRET_ACCESS_KEY": ""}, "credentials"),
        ({"AWS_ENDPOINT_URL": "http://127.0.0.1:9"}, "Could not connect"),
    ],
)
def test_a_missing_key_or_network_is_an_error_of_one_line(
    environment: dict[str, str], reason: str, tmp_path: Path, bucket: str, server: str
) -> None:
    put_file(bucket, "kvr/2022Z00634.txt", (SEED / "2022Z00634.txt").read_bytes())
    arguments = ("build", "s3://kamervragen/kvr/", "--out", tmp_path / "release")
    status, stderr = run_in_process(server, *arguments, HOME=str(tmp_path), **environment)
    assert status == 2
    (line,) = stderr.splitlines()
    assert line.startswith("Error: s3://kamervragen/kvr/: ")
    assert reason in line
    assert not (tmp_path / "release").exists()


def test_a_release_is_verified_over_http_and_a_forbidden_file_is_an_error(
    bucket: str, seed_release: Path
) -> None:
    run_command("upload", seed_release, "--to", "s3://kamervragen/out")
    refused = run_command("verify", f"{bucket}/out")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {bucket}/out/current: 403")
    for key in list_keys(bucket):
        if not key.endswith("catalogue.ttl"):
            make_public(bucket, key)
    refused = run_command("verify", f"{bucket}/out")
    assert refused.exit_code == 2
    assert "catalogue.ttl: 403" in refused.stderr
    (private,) = (key for key in list_keys(bucket) if key.endswith("catalogue.ttl"))
    refused = run_command("build", f"{bucket}/{private}?token=secret")
    assert refused.exit_code == 2
    assert refused.stderr.startswith(f"Error: {bucket}/{private}: 403")
    assert "secret" not in refused.stderr
    make_public(bucket, private)
    assert run_command("verify", f"{bucket}/out").exit_code == 0
