"""The Content-Security-Policy of a file of the release that contains its own style sheet."""

import re
from base64 import b64encode
from hashlib import sha256

_STYLE = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def style_policy(page: bytes) -> str:
    """Return a policy that allows only the first style sheet in ``page``, and images in the page.

    ``page`` is a file of the release in HTML that needs nothing else, such as the report. Its head
    contains the style sheet before any text of a source, so the first one is its own.
    """
    style = _STYLE.search(page)
    allowed = f"'sha256-{b64encode(sha256(style[1]).digest()).decode()}'" if style else "'none'"
    return (
        f"default-src 'none'; style-src {allowed}; img-src data:; "
        "frame-ancestors 'none'; base-uri 'none'"
    )
