"""The picture of a case page in the README."""

from tests.page_picture import PICTURE


def test_the_picture_is_small_enough_for_a_readme() -> None:
    content = PICTURE.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert len(content) <= 100_000
