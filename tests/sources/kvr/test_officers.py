"""Who answers or gives a notice, as the KVR edition prints an officer."""

import pytest

from kv2rdf.sources.kvr.officers import officer


@pytest.mark.parametrize(
    ("words", "printed", "name", "office"),
    [
        (("minister", "Justitie", "Donner"), "Donner", "Donner", "minister Justitie"),
        (("minister", "Justitie", ""), "minister Justitie", None, "minister Justitie"),
        (
            ("de", "", "heer Nuis, staatssecretaris van Cultuur."),
            "heer Nuis, staatssecretaris van Cultuur.",
            "Nuis",
            "staatssecretaris van Cultuur",
        ),
        (
            ("de", "Ontvangen 3 april 1995", "heer Vermeend staatssecretaris van Zaken"),
            "heer Vermeend staatssecretaris van Zaken",
            "Vermeend",
            "staatssecretaris van Zaken",
        ),
        (("mevrouw", "Ontvangen 3 april 1995", "Kok"), "Kok", "Kok", None),
    ],
)
def test_an_officer_is_read_as_printed(
    words: tuple[str, str, str], printed: str, name: str | None, office: str | None
) -> None:
    (mention,) = officer(*words)
    assert (mention.printed, mention.name, mention.office) == (printed, name, office)


@pytest.mark.parametrize(
    "words", [("", "", ""), ("de", "Ontvangen 3 april 1995", ""), ("de", "", "")]
)
def test_no_officer_is_invented(words: tuple[str, str, str]) -> None:
    assert officer(*words) == ()
