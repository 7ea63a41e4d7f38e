"""The batches of an upload: a hundred files, or 16 MB."""

from pathlib import Path

import pytest

from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from kv2rdf.release.remote_release import UNLISTED
from kv2rdf.release.upload import upload, upload_target

pytestmark = pytest.mark.remote

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(
    ("sizes", "sent"),
    [
        ([1] * 98, [100]),
        ([1] * 99, [100, 101]),
        ([16 * MEGABYTE, 1], [1, 4]),
        ([16 * MEGABYTE - 1, 1], [2, 4]),
        ([16 * MEGABYTE - 2, 1], [4]),
    ],
)
def test_a_batch_is_full_at_a_hundred_files_or_at_16_mb(
    sizes: list[int], sent: list[int], tmp_path: Path
) -> None:
    for number, size in enumerate(sizes):
        with (tmp_path / f"file{number:03}").open("wb") as file:
            file.truncate(size)
    manifest.write_manifest(ReleaseFiles(tmp_path), {}, {})
    for name in UNLISTED:
        (tmp_path / name).write_bytes(b"")
    progress: list[int] = []
    root = upload_target(f"memory://{tmp_path.name}/kamervragen/")
    upload(ReleaseFiles(tmp_path), root, lambda _step, done, _all: progress.append(done))
    assert progress == sent
