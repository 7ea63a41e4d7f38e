"""output/example/: the seed's own release, dumps uncompressed, as it is committed.

``make example`` writes it anew.
"""

import gzip
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kv2rdf.release import manifest
from tests.conftest import ROOT, build_quietly

EXAMPLE = ROOT / "output" / "example"
_LEFT_OUT = {"run.json", "store", "textindex.sqlite", "state", "manifest-sha256.txt"}
_OF_THE_BYTES = re.compile(r' ;\n\t(?:dcat:byteSize|spdx:checksumValue) "[0-9a-f]+"\^\^xsd:\w+')


def files(release: Path) -> Iterator[tuple[str, str]]:
    """Give the files of a release as the example has them: by path, their text.

    What tells of compressed bytes is left out, since another zlib makes others.
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
                _OF_THE_BYTES.sub("", text) if name.name == "catalogue.ttl" else text,
            )


def write() -> None:
    """Write the example anew."""
    with tempfile.TemporaryDirectory() as folder:
        release = Path(folder) / "release"
        build_quietly(release, ROOT / "seeds" / "kamervragen")
        shutil.rmtree(EXAMPLE, ignore_errors=True)
        for name, text in files(release.resolve()):
            (EXAMPLE / name).parent.mkdir(parents=True, exist_ok=True)
            (EXAMPLE / name).write_text(text, encoding="utf-8")
        manifest.write(EXAMPLE, {}, {})


if __name__ == "__main__":
    write()
