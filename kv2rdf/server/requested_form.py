"""The form in which a page is requested, as given by the parameter ``vorm`` of an address."""

from typing import Final

from starlette.requests import Request

from kv2rdf.errors import QueryError

PAGE: Final = "html"
"""The form of a page for people, which is the default."""


def requested_form(request: Request, *others: str) -> str:
    """Return the requested form: ``PAGE`` or one of ``others``.

    Raises QueryError if ``vorm`` is another form. The message names all forms.
    """
    forms, form = (PAGE, *others), request.query_params.get("vorm") or PAGE
    if form not in forms:
        raise QueryError(f"vorm: {form!r} is not one of {', '.join(forms)}")
    return form
