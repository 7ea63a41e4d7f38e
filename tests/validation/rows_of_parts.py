"""Mutations of the parts of documents, and of findings and sources."""

from tests.validation.mutations import (
    AS_TEXT,
    ELSEWHERE,
    EMPTY,
    IN_ENGLISH,
    INSTEAD,
    MISSING,
    NO_ADDRESS,
    OTHER_ADDRESS,
    OTHER_DATATYPE,
    STRANGE,
    TWICE,
)
from tests.validation.rows import Row, mutated

ROWS_OF_PARTS: tuple[Row, ...] = (
    *mutated(
        "question", "the-seed", "eli/nl/tk/kv/2022Z00634/vraag/1",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Question"), MISSING("eli:WorkSubdivision")),
        ("kv:concernsDossier", MISSING, ELSEWHERE),
        ("kv:hasFootnote", ELSEWHERE),
        ("kv:hasMark", ELSEWHERE),
        ("kv:hasOwnAnswer", TWICE("false"), TWICE("true")),
        ("kv:markup", TWICE('"niets"')),
        ("eli:number", MISSING, EMPTY, TWICE, OTHER_DATATYPE),
        ("eli:is_part_of", MISSING, TWICE, ELSEWHERE),
        ("kv:text", MISSING, EMPTY, TWICE, OTHER_DATATYPE, IN_ENGLISH),
    ),
    *mutated(
        "question without an answer", "answer-behind-its-day", "eli/nl/tk/kv/2020300150/vraag/1",
        ("kv:hasOwnAnswer", MISSING),
    ),
    *mutated(
        "question in an open case", "a-notice-that-sends-on", "eli/nl/tk/kv/2040513710/vraag/1",
        ("kv:hasOwnAnswer", TWICE("false")),
    ),
    *mutated(
        "answer", "the-seed", "eli/nl/tk/ah/20212022/1881/antwoord/1",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Answer"), MISSING("eli:WorkSubdivision")),
        ("eli-dl:answers_to", MISSING, ELSEWHERE),
        ("kv:concernsDossier", MISSING, ELSEWHERE),
        ("eli:number", OTHER_DATATYPE),
        ("eli:is_part_of", MISSING, TWICE, ELSEWHERE),
        ("prov:wasDerivedFrom", TWICE("<bron/2022Z00634.txt>")),
    ),
    *mutated(
        "answer", "the-seed", "eli/nl/tk/ah/20212022/1881/antwoord/4",
        ("kv:refersToAnswer", ELSEWHERE, MISSING),
        ("kv:textLength", MISSING, TWICE, OTHER_DATATYPE, INSTEAD("1")),
    ),
    *mutated(
        "explanation", "explained-by-the-asker", "eli/nl/tk/kv/2020300480/toelichting",
        ("kv:markup", TWICE('"niets"')),
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Explanation"), MISSING("eli:WorkSubdivision")),
    ),
    *mutated(
        "explanation", "words-broken-off-in-a-scan", "eli/nl/tk/kv/ah-tk-19881989-331/toelichting",
        ("kv:joinedText", TWICE, IN_ENGLISH, INSTEAD("1")),
    ),
    *mutated(
        "footnote mark", "the-seed", "eli/nl/tk/ah/20212022/1881/antwoord/3#noot-2-2022Z00634",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:FootnoteMark")),
        ("kv:markOf", MISSING, TWICE("<eli/nl/tk/ah/20212022/1881/noot/3-2022Z00634>"), ELSEWHERE),
        ("kv:offset", MISSING, TWICE, OTHER_DATATYPE, INSTEAD("-1")),
    ),
    *mutated(
        "footnote", "the-seed", "eli/nl/tk/ah/20212022/1881/noot/2-2022Z00634",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Footnote"), MISSING("eli:WorkSubdivision")),
        ("eli:is_part_of", MISSING, TWICE("<eli/nl/tk/kv/2022Z00634>"), ELSEWHERE),
    ),
    *mutated(
        "footnote", "a-notice-with-a-note", "eli/nl/tk/ah/20042005/1833/noot/1-KVR90018",
        ("kv:markup", TWICE('"niets"')),
        ("kv:text", MISSING, EMPTY, TWICE, OTHER_DATATYPE, IN_ENGLISH),
    ),
    *mutated(
        "footnote", "newspapers-and-papers-cited", "eli/nl/tk/kv/2030406190/noot/1-KVR90041",
        ("kv:citedDay", TWICE),
        ("kv:citedTitle", TWICE),
    ),
    *mutated(
        "footnote", "newspapers-and-papers-cited", "eli/nl/tk/kv/2030406190/noot/2-KVR90041",
        ("dct:references", TWICE("<https://www.example.org/kelders/2>"), AS_TEXT),
    ),
    *mutated(
        "citation", "the-seed", "eli/nl/tk/ah/20212022/1881/antwoord/4#citaat-antwoord_op_vraag_2",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Citation")),
        ("kv:citedIn", MISSING, TWICE("<eli/nl/tk/ah/20212022/1881/antwoord/1>"), ELSEWHERE),
        ("kv:concerns", MISSING, ELSEWHERE),
        ("kv:matchedBy", MISSING, TWICE, ELSEWHERE),
        ("kv:quotes", MISSING, TWICE, OTHER_DATATYPE, IN_ENGLISH),
    ),
    *mutated(
        "finding", "the-seed", "eli/nl/tk/ah/20212022/1881#antwoordgever-volgens-openkamer",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:Finding")),
        ("kv:concerns", MISSING, TWICE("<eli/nl/tk/ah/20212022/1881-x>"), AS_TEXT),
        ("prov:wasDerivedFrom", MISSING, TWICE, ELSEWHERE),
        ("kv:place", MISSING, EMPTY, TWICE, OTHER_DATATYPE),
        ("kv:rule", MISSING, TWICE("c:aanhef-in-antwoorddatum"), ELSEWHERE),
    ),
    *mutated(
        "finding", "reprint-stands", "eli/nl/tk/ah/20032004/400/antwoord/1#tekst-terzijde",
        ("kv:text", TWICE, OTHER_DATATYPE, IN_ENGLISH),
    ),
    *mutated(
        "graph of what is printed", "the-seed", "graph/2022Z00634",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:PrintedGraph")),
        ("foaf:primaryTopic", MISSING, TWICE("<eli/nl/tk/kv/2022Z00634>"), ELSEWHERE),
    ),
    *mutated(
        "graph of what is inferred", "the-seed", "graph/derived/2022Z00634",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:DerivedGraph")),
        ("foaf:primaryTopic", MISSING, ELSEWHERE),
    ),
    *mutated(
        "graph of findings", "the-seed", "graph/findings/2022Z00634",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("kv:FindingsGraph")),
        ("foaf:primaryTopic", MISSING, ELSEWHERE),
    ),
    *mutated(
        "source", "the-seed", "bron/2022Z00634.txt",
        ("", STRANGE, OTHER_ADDRESS, NO_ADDRESS("prov:Entity")),
        ("kv:sha256", MISSING,
         TWICE('"0000000000000000000000000000000000000000000000000000000000000000"'),
         OTHER_DATATYPE,
         INSTEAD('"NOTB1485D56A39D9B59E0132F80982BBC9A183481101FBAC53D9EA0AF95AB4FE"')),
        ("kv:sourceKind", MISSING, TWICE("c:kvr-xml"), ELSEWHERE),
        ("dct:identifier", MISSING, TWICE, OTHER_DATATYPE),
    ),
    *mutated(
        "source", "a-notice-with-a-note", "bron/KVR90018.xml",
        ("dct:source", TWICE("<https://example.org/parlando?action=doc&filename=KVR90018-x>"),
         AS_TEXT),
    ),
)  # fmt: skip
