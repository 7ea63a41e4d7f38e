"""An audit in words: a file that lists everything, and a line a kind for the command line."""

import json
from collections.abc import Iterator

from kv2rdf.audit.finding_rules import NOT_COMPARED
from kv2rdf.audit.kvr.fields import PLACES, Sort
from kv2rdf.audit.matching.spans import bare
from kv2rdf.audit.results import Audit, Count, Kind

_SHOWN = 3


def as_json(audit: Audit) -> str:
    """Give the whole audit as JSON: the same audit is the same bytes."""
    account = audit.account
    told = {
        "documents": {
            "inputs": account.inputs,
            "audited": len(account.audited),
            "held_back": account.held_back,
            "not_read": account.not_read,
            "other_kind": account.other_kind,
            "unaccounted": account.unaccounted,
        },
        "prose": _counts(audit.total(prose=True)),
        "facts": _counts(audit.total(prose=False)),
        "kept_in_findings": dict(audit.rules),
        "places": [
            {"place": place, "sort": sort.value, **_counts(count)}
            for (place, sort), count in audit.places.items()
        ],
        "not_compared": {
            place: known.why for place, known in sorted(PLACES.items()) if known.sort is Sort.ASIDE
        }
        | {f"finding {rule}": why for rule, why in NOT_COMPARED.items()},
        **{
            kind.value.replace(" ", "_"): [
                {"of": r.subject, "where": r.where, "words": r.words, "why": r.why} for r in remarks
            ]
            for kind, remarks in audit.remarks.items()
        },
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _counts(count: Count) -> dict[str, int]:
    return {
        "texts": count.texts,
        "characters": count.characters,
        "conserved": count.conserved,
        "in_findings": count.in_findings,
        "copies": count.copies,
        "lost": count.lost,
    }


def lines(audit: Audit) -> Iterator[str]:
    """Give the audit in a few lines: the counts, and of each kind how many and the first."""
    account = audit.account
    yield (
        f"audited: {len(account.audited):,} of {account.inputs:,} documents"
        f" ({account.held_back:,} held back, {account.not_read:,} not read,"
        f" {account.other_kind:,} of another kind, {len(account.unaccounted):,} nowhere)"
    )
    for name, count in (("text", audit.total(prose=True)), ("facts", audit.total(prose=False))):
        yield (
            f"{name}: {count.characters:,} characters, {count.conserved:,} conserved,"
            f" {count.in_findings:,} in findings, {count.copies:,} in copies, {count.lost:,} lost"
        )
    for kind in Kind:
        remarks = audit.remarks[kind]
        characters = sum(len(bare(remark.words)) for remark in remarks)
        yield f"{kind.value}: {len(remarks):,} ({characters:,} characters)"
        for remark in remarks[:_SHOWN]:
            yield f"  {remark.subject}: {remark.where}: {_short(remark.words)}"


def _short(words: str) -> str:
    line = " ".join(words.split())
    return f"{line[:60]}…" if len(line) > 60 else line
