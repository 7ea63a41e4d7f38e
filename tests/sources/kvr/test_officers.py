"""Who answers or gives a notice, as the KVR edition prints an officer."""

import pytest

from kv2rdf.model.paper import Mention
from kv2rdf.sources.kvr.officers import officer


@pytest.mark.parametrize(
    ("words", "printed", "name", "office", "ministry"),
    [
        (("minister", "Justitie", "Donner"), "Donner", "Donner", "minister", "Justitie"),
        (("minister", "Justitie", ""), "minister Justitie", None, "minister", "Justitie"),
        (("minister", "", ""), "minister", None, "minister", None),
        (("", "Justitie", ""), "Justitie", None, None, "Justitie"),
        (
            ("de", "", "heer Nuis, staatssecretaris van Cultuur."),
            "heer Nuis, staatssecretaris van Cultuur.",
            "Nuis",
            "staatssecretaris van Cultuur",
            None,
        ),
        (
            ("de", "Ontvangen 3 april 1995", "heer Vermeend staatssecretaris van Zaken"),
            "heer Vermeend staatssecretaris van Zaken",
            "Vermeend",
            "staatssecretaris van Zaken",
            None,
        ),
        (("mevrouw", "Ontvangen 3 april 1995", "Kok"), "Kok", "Kok", None, None),
    ],
)
def test_an_officer_is_read_as_printed(
    words: tuple[str, str, str],
    printed: str,
    name: str | None,
    office: str | None,
    ministry: str | None,
) -> None:
    assert officer(*words) == (
        Mention(printed=printed, name=name, office=office, ministry=ministry),
    )


@pytest.mark.parametrize(
    "words", [("", "", ""), ("de", "Ontvangen 3 april 1995", ""), ("de", "", "")]
)
def test_no_officer_is_invented(words: tuple[str, str, str]) -> None:
    assert officer(*words) == ()
