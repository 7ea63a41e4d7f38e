"""What stands beside the data of a release: quarantine, report, catalogue, manifest."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from kv2rdf.addresses.minting import Addresses
from kv2rdf.mapping import catalogue
from kv2rdf.pipeline.accounts.labels import words
from kv2rdf.pipeline.accounts.report import Account
from kv2rdf.pipeline.dumps.write import Dumped
from kv2rdf.pipeline.passes.spool import Fate
from kv2rdf.release import manifest, quarantine, report


def describe(
    folder: Path,
    release: date,
    software: str,
    at: Addresses,
    account: Account,
    dumped: Dumped,
    kept: Mapping[str, str],
) -> None:
    """Write it into the folder of the release; ``kept`` has hashes of files that are known."""
    quarantine.write(folder / "quarantine", account.held)
    told = account.report(release.isoformat(), f"kv2rdf {software}", dumped.statements)
    report.write(folder, told, words())
    dumps = [
        manifest.entry(folder, folder / name, dumped.content[name])
        for name in sorted(dumped.content)
    ]
    text = catalogue.catalogue(release, dumps, dumped.statements["all"], at)
    (folder / "catalogue.ttl").write_text(text, encoding="utf-8")
    manifest.write(folder, dumped.content, kept)


def nothing_to_publish(account: Account) -> str:
    """Say why nothing is published: the first reasons."""
    reasons = [f"{d.id}: {d.place}: {d.reason}" for d in account.held]
    reasons += [f"{e.id}: {e.reason}" for e in account.entries if e.fate is Fate.NOT_READ]
    more = f" (and {len(reasons) - 3} more)" if len(reasons) > 3 else ""
    return "nothing to publish: " + "; ".join(reasons[:3]) + more
