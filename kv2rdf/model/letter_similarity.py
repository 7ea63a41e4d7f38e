"""The similarity of two texts, letter by letter."""

from difflib import SequenceMatcher


def is_similar(one: str, other: str, ratio: float) -> bool:
    """Whether the similarity of two texts is more than ``ratio``, a fraction from 0 to 1.

    The similarity is that of ``SequenceMatcher.ratio``.
    """
    letters = SequenceMatcher(None, one, other, autojunk=False)
    # The first two are upper bounds of the third and are faster to compute.
    return all(
        bound() > ratio for bound in (letters.real_quick_ratio, letters.quick_ratio, letters.ratio)
    )
