"""The metadata of the tables in the form that datasette reads, made from their CSVW metadata.

https://docs.datasette.io/en/stable/metadata.html describes the form.
"""

import json
from typing import Any

DATASETTE_FILE = "datasette.json"


def datasette_json(csvw_json: str, database: str) -> str:
    """Return the metadata for datasette as JSON.

    ``csvw_json`` is the CSVW metadata. ``database`` is the name of the SQLite file without its
    extension, which datasette uses as the name of the database.
    """
    csvw: dict[str, Any] = json.loads(csvw_json)
    licence = csvw.get("dc:license")
    metadata = {
        "title": _text(csvw["dc:title"], "en"),
        "description": _text(csvw["dc:rights"], "en"),
        **({"license": "CC0 1.0", "license_url": licence["@id"]} if licence else {}),
        "source": f"release {csvw['dc:hasVersion']}",
        "source_url": csvw["dc:source"]["@id"],
        "databases": {database: {"tables": dict(map(_table, csvw["tables"]))}},
    }
    return json.dumps(metadata, ensure_ascii=False, indent=2) + "\n"


def _table(table: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    columns = table["tableSchema"]["columns"]
    description = {
        "title": f"{_text(table['dc:title'], 'en')} ({_text(table['dc:title'], 'nl')})",
        "columns": {
            column["name"]: f"{column['titles']['en'][-1]} ({column['titles']['nl']})"
            for column in columns
            if not column.get("virtual")
        },
    }
    return table["url"].removesuffix(".csv"), description


def _text(values: list[dict[str, str]], language: str) -> str:
    return next(value["@value"] for value in values if value["@language"] == language)
