"""output/example/: the committed release of the seed, with uncompressed dumps.

``make generated`` writes it. The dumps are not compressed, so that the diff of a commit shows every
statement that it changes.
"""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kv2rdf.release import manifest
from kv2rdf.release.files import ReleaseFiles
from tests.conftest import ROOT, build_quietly

EXAMPLE = ROOT / "output" / "example"
_LEFT_OUT = {
    "run.json",
    "checksums.json",
    "store",
    "textindex.sqlite",
    "state",
    "manifest-sha256.txt",
    "ontology",
    "shapes",
}
"""The ontology and the shapes are in separate folders outside the example."""
_SIZE_AND_CHECKSUM = re.compile(
    r' ;\n\t(?:dcat:byteSize|spdx:checksumValue) "[0-9a-f]+"\^\^xsd:\w+'
)


def example_files(release: Path) -> Iterator[tuple[str, str]]:
    """Yield the path and the text of each file of a release, as they are in the example.

    Text that depends on compressed bytes is left out, because another version of zlib writes
    different bytes.
    """
    for path in sorted(release.rglob("*")):
        name = path.relative_to(release)
        if not path.is_file() or name.parts[0] in _LEFT_OUT:
            continue
        if path.suffix == ".gz":
            yield str(name.with_suffix("")), gzip.decompress(path.read_bytes()).decode()
        else:
            text = path.read_text(encoding="utf-8")
            yield (
                str(name),
                _SIZE_AND_CHECKSUM.sub("", text) if name.name == "catalogue.ttl" else text,
            )


def write_example() -> None:
    """Rewrite the example."""
    with tempfile.TemporaryDirectory() as folder:
        release = Path(folder) / "release"
        build_quietly(release, ROOT / "seeds" / "kamervragen")
        shutil.rmtree(EXAMPLE, ignore_errors=True)
        for name, text in example_files(release.resolve()):
            (EXAMPLE / name).parent.mkdir(parents=True, exist_ok=True)
            (EXAMPLE / name).write_text(text, encoding="utf-8")
        manifest.write_manifest(ReleaseFiles(EXAMPLE), {}, {})


if __name__ == "__main__":
    write_example()
