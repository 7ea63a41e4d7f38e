"""``python -m benchmarks``: a table for a reader, and the same as JSON."""

import json
import os
import tempfile
from pathlib import Path

import click

from benchmarks import conversion, documents, flattened, growth, judging, whole
from benchmarks.measuring import Bench, Row, table

_PARTS = {
    "conversion": conversion.rows,
    "flattened": flattened.rows,
    "judging": judging.rows,
    "whole": whole.rows,
    "growth": growth.rows,
}


@click.command()
@click.option("--documents", "number", default=2000, show_default=True, help="How many documents.")
@click.option("--runs", default=3, show_default=True, help="Each is the median of so many runs.")
@click.option("--generated", type=click.IntRange(1), metavar="WORDS",
              help="Generate documents, with so many words a question.")  # fmt: skip
@click.option("--only", type=click.Choice(list(_PARTS)), multiple=True, help="Only these parts.")
@click.option("--json", "to", type=click.Path(path_type=Path), default=Path("build/bench.json"),
              show_default=True, help="Where the figures go.")  # fmt: skip
def main(number: int, runs: int, generated: int | None, only: tuple[str, ...], to: Path) -> None:
    """Measure; every figure is a ratio within this run."""
    corpus = Path(os.environ.get("KV2RDF_CORPUS", "../shared/corpus"))
    with tempfile.TemporaryDirectory() as folder:
        if generated is None and (corpus / "kvr-xml.tar.xz").is_file():
            measured = documents.real(corpus, number)
        else:
            measured = documents.generated(number, generated or 60)
        bench = Bench(documents=measured, folder=Path(folder), runs=runs)
        rows: list[Row] = []
        for name in only or _PARTS:
            rows += _PARTS[name](bench)
    click.echo(table(rows), nl=False)
    to.parent.mkdir(parents=True, exist_ok=True)
    to.write_text(json.dumps([row.as_json() for row in rows], indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":  # the workers that are measured import this module too
    main()
