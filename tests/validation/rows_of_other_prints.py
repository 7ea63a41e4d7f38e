"""Mutations of parts that come from an unpublished version of a document."""

from tests.validation.mutations import ELSEWHERE, INSTEAD, MISSING, TWICE
from tests.validation.rows import Row, mutated

ROWS_OF_OTHER_PRINTS: tuple[Row, ...] = (
    *mutated(
        "question of another version",
        "question-lost-in-one-print",
        "eli/nl/tk/kv/ah-tk-19881989-311/vraag/2",
        (
            "prov:wasDerivedFrom",
            MISSING,
            ELSEWHERE,
            INSTEAD("<bron/SG~5f~KVR0000099941.xml>"),
            TWICE("<bron/SG~5f~KVR0000099941.xml>"),
        ),
    ),
    *mutated(
        "footnote of another version",
        "question-lost-in-one-print",
        "eli/nl/tk/kv/ah-tk-19881989-311/noot/1-SG_KVR0000099942",
        ("prov:wasDerivedFrom", ELSEWHERE, TWICE("<bron/SG~5f~KVR0000099941.xml>")),
    ),
    *mutated(
        "finding of another version",
        "question-lost-in-one-print",
        "eli/nl/tk/kv/ah-tk-19881989-311/vraag/2#onderdeel-uit-andere-druk",
        ("kv:rule", MISSING),
    ),
)
