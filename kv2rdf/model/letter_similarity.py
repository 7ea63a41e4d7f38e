"""The similarity of two texts, letter by letter."""

from difflib import SequenceMatcher


def is_similar(one: str, other: str, ratio: float) -> bool:
    """Whether the similarity of two texts (``SequenceMatcher.ratio``) is more than ``ratio``."""
    letters = SequenceMatcher(None, one, other, autojunk=False)
    # The first two are upper bounds of the third, and need less time.
    return all(
        bound() > ratio for bound in (letters.real_quick_ratio, letters.quick_ratio, letters.ratio)
    )
