"""The end of a connection whose response cannot be completed."""

import asyncio
from typing import Final

from starlette.types import Scope

ABORT_KEY: Final = "kv2rdf.abort"
"""The key under which the state of a request contains the function that ends its connection."""


async def cut_connection(scope: Scope) -> None:
    """End the connection of a request at once, without sending the rest of the response.

    Otherwise, uvicorn would keep the connection open until the client has read everything in the
    buffer of uvicorn, and would log an error of the program. Nothing is done if the server is not
    uvicorn.
    """
    abort = scope.get("state", {}).get(ABORT_KEY)
    if abort is not None:
        abort()
        await asyncio.sleep(0)  # until the server has noticed that the connection has ended
