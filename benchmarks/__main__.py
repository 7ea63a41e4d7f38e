"""``python -m benchmarks`` prints a table of measurements, and writes it as JSON."""

import json
import os
import tempfile
from pathlib import Path

import click

from benchmarks import (
    conversion,
    documents,
    growth,
    linking,
    morph_kgc,
    release_queries,
    searches,
    shacl_engines,
    table_counts,
    whole_build,
)
from benchmarks.measurement import Benchmark, Row, table

_PARTS = {
    "conversion": conversion.rows,
    "morph-kgc": morph_kgc.rows,
    "shacl": shacl_engines.rows,
    "build": whole_build.rows,
    "search": searches.rows,
    "queries": release_queries.rows,
    "counts": table_counts.rows,
    "growth": growth.rows,
    "linking": linking.rows,
}


@click.command()
@click.option("--documents", "number", default=2000, show_default=True, help="Number of documents.")
@click.option("--runs", default=3, show_default=True, help="Runs of each measurement.")
@click.option("--generated", type=click.IntRange(1), metavar="WORDS",
              help="Use generated documents, with this many words in a question.")  # fmt: skip
@click.option(
    "--only", type=click.Choice(list(_PARTS)), multiple=True, help="Measure only these parts."
)
@click.option("--release", type=click.Path(path_type=Path, exists=True, file_okay=False),
              help="Search and query this release, not one built from the documents.")  # fmt: skip
@click.option("--json", "to", type=click.Path(path_type=Path), default=Path("build/bench.json"),
              show_default=True, help="File for the figures.")  # fmt: skip
def main(
    number: int,
    runs: int,
    generated: int | None,
    only: tuple[str, ...],
    release: Path | None,
    to: Path,
) -> None:
    """Measure the speed of kv2rdf. Only figures from the same run can be compared."""
    corpus = Path(os.environ.get("KV2RDF_CORPUS", "../shared/corpus"))
    with tempfile.TemporaryDirectory() as folder:
        if generated is None and (corpus / "kvr-xml.tar.xz").is_file():
            sources = documents.real_documents(corpus, number)
        else:
            sources = documents.generated_documents(number, generated or 60)
        bench = Benchmark(documents=sources, folder=Path(folder), runs=runs, release=release)
        rows: list[Row] = []
        for name in only or _PARTS:
            rows += _PARTS[name](bench)
    click.echo(table(rows), nl=False)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps([row.as_json() for row in rows], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":  # The workers also import this module.
    main()
