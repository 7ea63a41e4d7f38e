"""An example of a record of a case."""

import json
from collections.abc import Mapping
from typing import Any

from tests.format_example import FormatExample

FIELDS: Mapping[str, Any] = {
    "Id": "00000000-0000-4000-8000-000000000001",
    "Nummer": "2031Z00001",
    "Soort": "Schriftelijke vragen",
    "Titel": None,
    "Status": "Vrijgegeven",
    "Onderwerp": "De sluis bij Dorp",
    "GestartOp": "2031-01-13T00:00:00+01:00",
    "Organisatie": "Tweede Kamer",
    "Termijn": None,
    "Vergaderjaar": "2030-2031",
    "Volgnummer": -1,
    "Afgedaan": False,
    "GewijzigdOp": "2031-01-14T10:00:00.12+01:00",
    "ApiGewijzigdOp": "2031-01-14T09:30:00.1234567Z",
    "Verwijderd": False,
}


def record(**changes: Any) -> str:
    """Return a record as JSON, with some fields changed or added."""
    return json.dumps({**FIELDS, **changes}, ensure_ascii=False)


EXAMPLES = (FormatExample("record of a case", record()),)
