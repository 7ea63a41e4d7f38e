"""The addresses in run.json that only earlier releases contained."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from kv2rdf.errors import ReleaseError

VANISHED: Final = "vanished addresses"
"""The key of the stable addresses that vanished after the previous release."""
GONE_BEFORE: Final = "addresses gone before"
"""The key of the stable addresses that vanished before the previous release."""


def read_run_file(path: Path) -> Mapping[str, Any]:
    """Return the content of run.json. Raises ReleaseError if it cannot be read."""
    if not path.is_file():  # Reading a pipe would never end.
        raise ReleaseError(f"{path}: is not a file")
    try:
        run = json.loads(path.read_bytes())
    except OSError as error:
        raise ReleaseError(f"{path}: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise ReleaseError(f"{path}: cannot be read: {error}") from error
    if not isinstance(run, dict):
        raise ReleaseError(f"{path}: cannot be read: it is not an object")
    return run


def gone_addresses(run: Mapping[str, Any]) -> frozenset[str]:
    """Return all addresses in a run file that only earlier releases contained.

    Raises ReleaseError if the value of ``VANISHED`` or ``GONE_BEFORE`` is not a list. A run file
    that an older version of kv2rdf wrote may lack ``GONE_BEFORE``, and then lists only addresses
    that the previous release contained.
    """
    found = [run.get(VANISHED), run.get(GONE_BEFORE, [])]
    if not all(isinstance(addresses, list) for addresses in found):
        raise ReleaseError("run.json has no list of vanished addresses")
    return frozenset(str(address) for addresses in found for address in addresses or ())
