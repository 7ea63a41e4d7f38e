"""What the commands have in common to say: where a release is, and how many there are."""

from pathlib import Path

RELEASE = Path("output/release")


def counted(number: int, word: str) -> str:
    """Say how many: "1 case", "1,786 cases"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
