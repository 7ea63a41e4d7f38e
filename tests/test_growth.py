"""The work for a document grows with its size, and not with the square of its size.

The work is measured as the number of function calls, both of Python and of its C code, so the test
does not depend on the speed of the machine.
"""

import pytest

from benchmarks import worst_documents
from tests.function_calls import counted_calls

_SMALL, _LARGE = 4, 64
_MOST_TIMES = 1.3
"""The maximum ratio of the work per byte of the large documents to that of the small ones."""


def _calls_per_byte(shape: str, times: int, convert: worst_documents.Conversion) -> float:
    documents = worst_documents.SHAPES[shape](times)
    quads, calls = counted_calls(lambda: convert(documents))
    assert quads, "it is within all limits"
    return calls / sum(len(xml) for _, xml in documents)


@pytest.mark.long
@pytest.mark.parametrize("shape", worst_documents.SHAPES)
def test_work_per_byte_does_not_grow_with_the_size(shape: str) -> None:
    convert = worst_documents.Conversion()
    convert(worst_documents.SHAPES[shape](1))
    small, large = (_calls_per_byte(shape, times, convert) for times in (_SMALL, _LARGE))
    assert large <= _MOST_TIMES * small
