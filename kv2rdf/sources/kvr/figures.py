"""Numbers in fractions and formulas that are marked up as footnote marks by mistake."""

import re

from kv2rdf.sources.markup.xml_node import Node

_FRACTION = "⁄"
_NOT_A_WORD = r"[.,;:?!)»’”/]|-(?=\w)"
_NO_BLANK_AFTER_FIGURE = re.compile(
    rf"""
      {_NOT_A_WORD}  # "in A 0, in B"
    | \s             # "500 m2 grond"
    | {_FRACTION}    # "1⁄2"
    | [FOS]\b        # "N2O"
    """,
    re.VERBOSE,
)
_FORMULA = re.compile(
    r"""
      (?<![^\W_])
      (?: CO2 | NO[23] | SO[234] | NH[34] | CH4 | [SU]F[46] | UO2(?:F2)? | U3O8 | [SP]OCl[23]
        | [dk]?m[23] | cm3  # "mg/m3", "500 km2"
      )
    | (?<![^\W_])
      (?: H2(?=[OS]\b) | N2(?=O\b) | U3(?=O\b))
    """,
    re.VERBOSE,
)
_LONGEST_FORMULA = 8
_NO_BLANK_BEFORE = re.compile(_NOT_A_WORD)


def is_figure(number: str, before: str, after: str | Node) -> bool:
    """Whether a footnote mark is really a number in the text.

    It is a number if it is 0, or if it is one side of a fraction. For example, both marks in "2
    ⟦1⟧⁄ ⟦2⟧" are numbers. ``before`` and ``after`` are the contents before and after the mark.
    """
    begins_fraction = isinstance(after, str) and after.lstrip().startswith(_FRACTION)
    return number == "0" or begins_fraction or ends_in_fraction_slash(before)


def is_in_formula(number: str, before: str, after: str | Node) -> bool:
    """Whether a footnote mark is really a digit of a chemical formula or of a unit such as m2."""
    begun = before.rstrip()[-_LONGEST_FORMULA:] + number
    follows = after[:2] if isinstance(after, str) else ""
    formulas = _FORMULA.finditer(begun + follows)
    return any(formula.end() == len(begun) for formula in formulas)


def ends_in_fraction_slash(text: str) -> bool:
    """Whether a text ends in a fraction slash, which may be followed by spaces."""
    return text.rstrip().endswith(_FRACTION)


def is_joined_to_mark(text: str) -> bool:
    """Whether a text begins with punctuation that follows a footnote mark without a space."""
    return _NO_BLANK_BEFORE.match(text) is not None


def is_joined_to_figure(text: str) -> bool:
    """Whether a text can follow a number without a space."""
    return _NO_BLANK_AFTER_FIGURE.match(text) is not None
