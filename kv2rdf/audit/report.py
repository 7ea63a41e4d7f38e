"""The results of an audit as JSON, and a summary for the command line."""

import json
from collections.abc import Iterator

from kv2rdf.audit.fields import FIELDS
from kv2rdf.audit.finding_rules import NOT_COMPARED_RULES
from kv2rdf.audit.kvr.comparison import Comparison
from kv2rdf.audit.matching.spans import without_space
from kv2rdf.audit.results import Audit, CharacterCounts

_RESULTS_IN_SUMMARY = 3
_MAX_LENGTH = 60


def as_json(audit: Audit) -> str:
    """Return the whole audit as JSON. The JSON of equal audits is the same."""
    fates = audit.fates
    ignored_fields = {
        name: field.description
        for name, field in sorted(FIELDS.items())
        if field.comparison is Comparison.IGNORED
    }
    not_compared_findings = {
        f"finding {rule}": reason for rule, reason in NOT_COMPARED_RULES.items()
    }
    content = {
        "documents": {
            "inputs": fates.inputs,
            "audited": len(fates.audited),
            "held_back": fates.held_back,
            "not_read": fates.not_read,
            "other_kind": fates.other_kind,
            "unaccounted": fates.unaccounted,
        },
        "prose": _counts(audit.total(prose=True)),
        "facts": _counts(audit.total(prose=False)),
        "in_findings": dict(audit.in_findings),
        "fields": [
            {"field": field, "comparison": comparison.value, **_counts(count)}
            for (field, comparison), count in audit.fields.items()
        ],
        "not_compared": ignored_fields | not_compared_findings,
        **{
            kind.value.replace(" ", "_"): [
                {
                    "subject": result.subject,
                    "location": result.location,
                    "text": result.text,
                    "reason": result.reason,
                }
                for result in results
            ]
            for kind, results in audit.results.items()
        },
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _counts(count: CharacterCounts) -> dict[str, int]:
    return {
        "texts": count.texts,
        "characters": count.characters,
        "preserved": count.preserved,
        "in_findings": count.in_findings,
        "copies": count.copies,
        "lost": count.lost,
    }


def summary_lines(audit: Audit) -> Iterator[str]:
    """Yield a summary of an audit: the counts, and the first results of each kind."""
    fates = audit.fates
    yield (
        f"audited: {len(fates.audited):,} of {fates.inputs:,} documents"
        f" ({fates.held_back:,} held back, {fates.not_read:,} not read,"
        f" {fates.other_kind:,} of another kind, {len(fates.unaccounted):,} unaccounted for)"
    )
    for name in fates.unaccounted[:_RESULTS_IN_SUMMARY]:
        yield f"  unaccounted for: {name}"
    if fates.unaccounted:
        yield "  the release must have been built from the same documents, with the same --limit"
    for name, count in (("text", audit.total(prose=True)), ("facts", audit.total(prose=False))):
        yield (
            f"{name}: {count.characters:,} characters, {count.preserved:,} preserved,"
            f" {count.in_findings:,} in findings, {count.copies:,} in copies, {count.lost:,} lost"
        )
    for kind, results in audit.results.items():
        characters = sum(len(without_space(result.text)) for result in results)
        yield f"{kind.value}: {len(results):,} ({characters:,} characters)"
        for result in results[:_RESULTS_IN_SUMMARY]:
            yield f"  {result.subject}: {result.location}: {_shortened(result.text)}"


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return f"{line[:_MAX_LENGTH]}…" if len(line) > _MAX_LENGTH else line
